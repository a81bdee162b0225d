package com.petstoreapi.auction.platform;

import com.petstoreapi.auction.outbox.Outbox;
import com.petstoreapi.chat.RoomBook;
import com.petstoreapi.chat.Rooms;
import com.petstoreapi.chat.desk.ChatDesk;
import com.petstoreapi.chat.desk.ChatStreams;
import com.petstoreapi.chat.desk.ReadMarks;
import com.petstoreapi.chat.outbox.OutboxLetters;
import com.petstoreapi.chat.socket.ChatSockets;
import com.petstoreapi.chat.store.JdbcRoomBook;
import com.petstoreapi.chat.store.JdbcRooms;
import com.petstoreapi.circle.Remarks;
import com.petstoreapi.circle.cluster.Dismissals;
import com.petstoreapi.circle.socket.CircleSockets;
import com.petstoreapi.edge.metrics.Figures;
import com.petstoreapi.edge.runtime.Rounds;
import com.petstoreapi.edge.runtime.StartUp;
import com.petstoreapi.edge.settings.RetentionSettings;
import com.petstoreapi.presence.Presence;
import com.petstoreapi.realtime.delivery.LiveStreams;
import com.petstoreapi.realtime.journal.Journal;
import com.petstoreapi.realtime.journal.JournalUnavailable;
import com.petstoreapi.realtime.journal.jdbc.Transactions;
import com.petstoreapi.realtime.value.Uuid7;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.concurrent.Future;
import javax.sql.DataSource;

/** Builds the support chat out of plain objects, and lets its old pictures go. */
@ApplicationScoped
public class ChatRuntime {
  private static final int PICTURES_AT_ONCE = 100;

  @Resource private ManagedScheduledExecutorService executor;
  private Rooms kept;
  private Future<?> rounds;

  @Produces
  @Singleton
  Rooms rooms(DataSource dataSource, Transactions transactions, Journal journal) {
    return new JdbcRooms(dataSource, transactions, journal);
  }

  @Produces
  @Singleton
  RoomBook book() {
    return new JdbcRoomBook();
  }

  @Produces
  @Singleton
  ChatStreams chatStreams(LiveStreams streams, Rooms rooms) {
    return new ChatStreams(streams, rooms);
  }

  @Produces
  @Singleton
  ReadMarks readMarks(Rooms rooms, Remarks remarks) {
    return new ReadMarks(rooms, remarks);
  }

  @Produces
  @Singleton
  ChatDesk desk(
      ChatStreams streams,
      RoomBook book,
      Outbox outbox,
      Presence presence,
      Dismissals dismissals,
      Uuid7 ids) {
    return new ChatDesk(
        streams,
        book,
        new OutboxLetters(outbox),
        (stream, user) -> presence.of(stream).isHere(user),
        dismissals::dismiss,
        ids);
  }

  @Produces
  @Singleton
  ChatSockets chatSockets(
      CircleSockets circles,
      Rooms rooms,
      ChatStreams streams,
      ChatDesk desk,
      ReadMarks readMarks,
      Uuid7 ids) {
    return new ChatSockets(circles, rooms, streams, desk, readMarks, ids);
  }

  void begin(
      @Observes @Priority(StartUp.AFTER_SCHEMA) @Initialized(ApplicationScoped.class) Object event,
      Rooms rooms,
      ChatSockets sockets,
      Remarks remarks,
      RetentionSettings retention,
      Figures figures) {
    kept = rooms;
    sockets.listen(remarks);
    figures.gauge(
        "petstore_chat_waiting", "chats that wait for the support, at most 1,000", this::waiting);
    figures.gauge(
        "petstore_remarks_places", "places where remarks are seen or awaited", remarks::places);
    long millis = retention.every().toMillis();
    rounds = Rounds.begin(executor, "old attachments", millis, this::letOldPicturesGo);
  }

  @PreDestroy
  void end() {
    if (rounds != null) {
      rounds.cancel(true);
    }
  }

  private double waiting() {
    try {
      return kept.waiting(1_000);
    } catch (JournalUnavailable e) {
      return Double.NaN; // as long as nobody knows
    }
  }

  /** Any node may: each takes what is left. */
  private void letOldPicturesGo() {
    int forgotten = PICTURES_AT_ONCE;
    while (forgotten == PICTURES_AT_ONCE) {
      forgotten = kept.forgetPictures(PICTURES_AT_ONCE);
    }
  }
}
