package com.petstoreapi.notification.platform;

import com.petstoreapi.edge.identity.StreamPaths;
import com.petstoreapi.edge.store.retention.StreamsInUse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Builds what is particular to this service, on what both services stand on. */
@ApplicationScoped
public class Wiring {
  @Produces
  @Singleton
  StreamPaths streamPaths() {
    return StreamPaths.of("/v1/pets/notifications");
  }

  @Produces
  @Singleton
  StreamsInUse streamsInUse() {
    return StreamsInUse.NONE;
  }
}
