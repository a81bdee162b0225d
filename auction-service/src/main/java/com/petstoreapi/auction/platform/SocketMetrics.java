package com.petstoreapi.auction.platform;

import com.petstoreapi.auction.socket.Lookout;
import com.petstoreapi.edge.metrics.Figures;
import com.petstoreapi.edge.metrics.Label;
import com.petstoreapi.edge.runtime.StartUp;
import com.petstoreapi.realtime.delivery.Carrier;
import com.petstoreapi.socket.SocketFigures;
import com.petstoreapi.socket.Sockets;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;

/** The figures of the sockets at {@code /metrics}. */
@ApplicationScoped
public class SocketMetrics {
  void register(
      @Observes @Priority(StartUp.AFTER_SCHEMA) @Initialized(ApplicationScoped.class) Object event,
      Figures figures,
      Sockets sockets,
      Lookout lookout) {
    figures.gauge(
        "petstore_connections_open",
        "connections that are open",
        sockets::open,
        Label.of("transport", Carrier.WEBSOCKET));
    SocketFigures said = sockets.figures();
    figures.histogram(
        "petstore_socket_message_seconds",
        "for how long a message keeps the thread that reads",
        said.processing());
    figures.quota("messages", said::tooMany);
    figures.gauge("petstore_socket_watched_pets", "pets that sockets watch", lookout::pets);
    figures.gauge(
        "petstore_socket_followed_auctions",
        "auctions that sockets follow for the pets they watch",
        lookout::followed);
  }
}
