package com.petstoreapi.systemtests.support;

/** Hands out the shared pair of servers. */
final class ServersExtension extends SharedExtension<PetstoreServers> {
  ServersExtension() {
    super(PetstoreServers.class, PetstoreServers::start);
  }
}
