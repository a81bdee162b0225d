package com.petstoreapi.auction.platform;

import com.petstoreapi.auction.socket.AuctionSockets;
import com.petstoreapi.edge.runtime.StartUp;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;

/** The figures of the sockets at {@code /metrics}. */
@ApplicationScoped
public class SocketMetrics {
  void register(
      @Observes @Priority(StartUp.AFTER_SCHEMA) @Initialized(ApplicationScoped.class) Object event,
      MetricRegistry registry,
      AuctionSockets sockets) {
    Metadata metadata =
        Metadata.builder()
            .withName("petstore_socket_connections")
            .withDescription("WebSockets that are open")
            .withUnit(MetricUnits.NONE)
            .build();
    registry.gauge(metadata, sockets::open);
  }
}
