package com.petstoreapi.socket;

import jakarta.websocket.server.ServerEndpointConfig;
import java.util.List;
import java.util.function.Supplier;

/** Where a socket is, as the container wants to be told. */
public final class SocketDoor {
  private SocketDoor() {}

  /**
   * @param path with {@code {id}} for what the client comes for
   * @param maker makes an endpoint for each connection
   */
  public static <E extends SocketEndpoint> ServerEndpointConfig at(
      String path, Class<E> type, Supplier<E> maker) {
    return ServerEndpointConfig.Builder.create(type, path)
        .subprotocols(List.of("petstore.v1"))
        .configurator(new OneForEachConnection(maker))
        .build();
  }

  private static final class OneForEachConnection extends ServerEndpointConfig.Configurator {
    private final Supplier<? extends SocketEndpoint> maker;

    OneForEachConnection(Supplier<? extends SocketEndpoint> maker) {
      this.maker = maker;
    }

    @Override
    public <T> T getEndpointInstance(Class<T> type) {
      return type.cast(maker.get());
    }
  }
}
