package com.petstoreapi.systemtests.hardening;

import java.util.Map;

/** What is set for servers that are struck as fast as they can answer. */
final class Limits {
  /** Quotas belong here, too: an attack that is turned away at the door tries nothing else. */
  static final Map<String, String> RAISED =
      Map.of(
          "PETSTORE_SOCKET_MESSAGES_PER_SECOND", "100000",
          "PETSTORE_SOCKET_BURST", "100000",
          "PETSTORE_SOCKET_MOST_REFUSED", "100000",
          "PETSTORE_QUOTA_CONNECTIONS_PER_USER", "1000000",
          "PETSTORE_QUOTA_CONNECTIONS_PER_ADDRESS", "1000000",
          "PETSTORE_QUOTA_WRITES_PER_SECOND", "1000000",
          "PETSTORE_QUOTA_WRITE_BURST", "1000000");

  private Limits() {}
}
