package com.petstoreapi.chat.socket;

import com.petstoreapi.chat.Picture;
import com.petstoreapi.edge.identity.UserPrincipal;
import com.petstoreapi.socket.Conversation;
import com.petstoreapi.socket.SocketEndpoint;
import com.petstoreapi.socket.SocketQuery;
import com.petstoreapi.socket.Sockets;
import jakarta.websocket.Session;

/** The support chat. One instance a connection. */
public final class ChatSocket extends SocketEndpoint {
  private final ChatSockets chats;

  public ChatSocket(ChatSockets chats, Sockets sockets) {
    super(sockets, Picture.MOST_BYTES);
    this.chats = chats;
  }

  @Override
  protected Conversation enter(
      Sockets sockets, Session session, String id, UserPrincipal user, SocketQuery query) {
    return chats.enter(session, id, user, query);
  }
}
