package com.petstoreapi.auction.socket;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.websocket.Endpoint;
import jakarta.websocket.server.ServerApplicationConfig;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.List;
import java.util.Set;

/** Tells the container where the sockets are. */
public final class SocketDeployment implements ServerApplicationConfig {
  @Override
  public Set<ServerEndpointConfig> getEndpointConfigs(Set<Class<? extends Endpoint>> found) {
    return Set.of(
        ServerEndpointConfig.Builder.create(AuctionSocket.class, "/auctions/{id}")
            .subprotocols(List.of("petstore.v1"))
            .configurator(new OneForEachConnection())
            .build());
  }

  @Override
  public Set<Class<?>> getAnnotatedEndpointClasses(Set<Class<?>> found) {
    return Set.of();
  }

  private static final class OneForEachConnection extends ServerEndpointConfig.Configurator {
    @Override
    public <T> T getEndpointInstance(Class<T> type) {
      return type.cast(new AuctionSocket(CDI.current().select(AuctionSockets.class).get()));
    }
  }
}
