package com.petstoreapi.auction.platform;

import com.petstoreapi.auction.socket.AuctionSocket;
import com.petstoreapi.auction.socket.AuctionSockets;
import com.petstoreapi.care.socket.CareSocket;
import com.petstoreapi.care.socket.CareSockets;
import com.petstoreapi.chat.socket.ChatSocket;
import com.petstoreapi.chat.socket.ChatSockets;
import com.petstoreapi.socket.SocketDoor;
import com.petstoreapi.socket.Sockets;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.websocket.Endpoint;
import jakarta.websocket.server.ServerApplicationConfig;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.Set;

/** Tells the container where the sockets are. */
public final class SocketDeployment implements ServerApplicationConfig {
  @Override
  public Set<ServerEndpointConfig> getEndpointConfigs(Set<Class<? extends Endpoint>> found) {
    return Set.of(
        SocketDoor.at(
            "/auctions/{id}",
            AuctionSocket.class,
            () -> new AuctionSocket(bean(AuctionSockets.class), bean(Sockets.class))),
        SocketDoor.at(
            "/chat/{id}",
            ChatSocket.class,
            () -> new ChatSocket(bean(ChatSockets.class), bean(Sockets.class))),
        SocketDoor.at(
            "/care/{id}",
            CareSocket.class,
            () -> new CareSocket(bean(CareSockets.class), bean(Sockets.class))));
  }

  @Override
  public Set<Class<?>> getAnnotatedEndpointClasses(Set<Class<?>> found) {
    return Set.of();
  }

  private static <T> T bean(Class<T> type) {
    return CDI.current().select(type).get();
  }
}
