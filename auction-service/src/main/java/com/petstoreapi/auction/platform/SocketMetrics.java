package com.petstoreapi.auction.platform;

import com.petstoreapi.auction.socket.AuctionSockets;
import com.petstoreapi.auction.socket.Lookout;
import com.petstoreapi.edge.runtime.StartUp;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;

/** The figures of the sockets at {@code /metrics}. */
@ApplicationScoped
public class SocketMetrics {
  void register(
      @Observes @Priority(StartUp.AFTER_SCHEMA) @Initialized(ApplicationScoped.class) Object event,
      MetricRegistry registry,
      AuctionSockets sockets,
      Lookout lookout) {
    gauge(registry, "petstore_socket_connections", "WebSockets that are open", sockets::open);
    gauge(registry, "petstore_socket_watched_pets", "pets that sockets watch", lookout::pets);
    gauge(
        registry,
        "petstore_socket_followed_auctions",
        "auctions that sockets follow for the pets they watch",
        lookout::followed);
  }

  private static <T extends Number> void gauge(
      MetricRegistry registry, String name, String description, Supplier<T> value) {
    Metadata metadata =
        Metadata.builder()
            .withName(name)
            .withDescription(description)
            .withUnit(MetricUnits.NONE)
            .build();
    registry.gauge(metadata, value);
  }
}
