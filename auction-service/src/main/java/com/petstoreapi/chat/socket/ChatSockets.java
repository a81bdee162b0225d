package com.petstoreapi.chat.socket;

import com.petstoreapi.chat.Rooms;
import com.petstoreapi.chat.Visitor;
import com.petstoreapi.chat.desk.ChatDesk;
import com.petstoreapi.chat.desk.ChatStreams;
import com.petstoreapi.chat.desk.ReadMarks;
import com.petstoreapi.circle.Remarks;
import com.petstoreapi.circle.socket.CircleSockets;
import com.petstoreapi.edge.identity.Roles;
import com.petstoreapi.edge.identity.UserPrincipal;
import com.petstoreapi.realtime.delivery.LiveStream;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.value.Uuid7;
import com.petstoreapi.socket.Conversation;
import com.petstoreapi.socket.SocketQuery;
import jakarta.websocket.Session;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/** Brings sockets into rooms. */
public final class ChatSockets {
  private final CircleSockets circles;
  private final Rooms rooms;
  private final ChatStreams streams;
  private final ChatDesk desk;
  private final ReadMarks readMarks;
  private final Uuid7 ids;

  public ChatSockets(
      CircleSockets circles,
      Rooms rooms,
      ChatStreams streams,
      ChatDesk desk,
      ReadMarks readMarks,
      Uuid7 ids) {
    this.circles = circles;
    this.rooms = rooms;
    this.streams = streams;
    this.desk = desk;
    this.readMarks = readMarks;
    this.ids = ids;
  }

  /** Has this node understand what chats let be seen; to be called once. */
  public void listen(Remarks remarks) {
    remarks.know(ChatListener.TYPING);
    remarks.know(ReadMarks.READ);
  }

  /**
   * Lets a client in. May block on the database.
   *
   * @throws Refusal {@code not-found}, {@code forbidden} for a stranger, or {@code rate-limited};
   *     then there is nothing to be closed here
   */
  Conversation enter(Session session, String roomId, UserPrincipal user, SocketQuery query) {
    AtomicReference<Visitor> now = new AtomicReference<>(visitor(user.getName(), user::hasRole));
    LiveStream stream = streams.stream(roomId, now.get());
    return circles.enter(
        session,
        user,
        query,
        stream,
        () -> {
          rooms.get(roomId, now.get());
          return new ChatStory(rooms, roomId, now::get);
        },
        (answers, attendance) ->
            new ChatListener(
                desk,
                readMarks,
                rooms,
                circles.remarks(),
                ids,
                roomId,
                attendance.userId(),
                answers,
                () -> {
                  now.set(visitor(attendance.userId(), attendance::hasRole));
                  rooms.get(roomId, now.get());
                }));
  }

  private static Visitor visitor(String user, Predicate<String> hasRole) {
    return new Visitor(user, hasRole.test(Roles.SUPPORT), hasRole.test(Roles.ADMIN));
  }
}
