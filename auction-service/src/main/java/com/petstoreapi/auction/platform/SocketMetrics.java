package com.petstoreapi.auction.platform;

import com.petstoreapi.auction.socket.Lookout;
import com.petstoreapi.edge.operations.Gauges;
import com.petstoreapi.edge.runtime.StartUp;
import com.petstoreapi.socket.Sockets;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** The figures of the sockets at {@code /metrics}. */
@ApplicationScoped
public class SocketMetrics {
  void register(
      @Observes @Priority(StartUp.AFTER_SCHEMA) @Initialized(ApplicationScoped.class) Object event,
      MetricRegistry registry,
      Sockets sockets,
      Lookout lookout) {
    Gauges gauges = new Gauges(registry);
    gauges.add("petstore_socket_connections", "WebSockets that are open", sockets::open);
    gauges.add("petstore_socket_watched_pets", "pets that sockets watch", lookout::pets);
    gauges.add(
        "petstore_socket_followed_auctions",
        "auctions that sockets follow for the pets they watch",
        lookout::followed);
  }
}
