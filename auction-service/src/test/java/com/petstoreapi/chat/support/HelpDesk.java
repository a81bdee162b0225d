package com.petstoreapi.chat.support;

import com.petstoreapi.auction.support.Database;
import com.petstoreapi.chat.Letters;
import com.petstoreapi.chat.Rooms;
import com.petstoreapi.chat.desk.ChatDesk;
import com.petstoreapi.chat.desk.ChatStreams;
import com.petstoreapi.chat.desk.Inquiry;
import com.petstoreapi.chat.store.JdbcRoomBook;
import com.petstoreapi.chat.store.JdbcRooms;
import com.petstoreapi.edge.json.JsonText;
import com.petstoreapi.edge.store.ClientKey;
import com.petstoreapi.edge.store.IdempotencyKey;
import com.petstoreapi.realtime.delivery.Coalescing;
import com.petstoreapi.realtime.delivery.LiveStreams;
import com.petstoreapi.realtime.delivery.TailBounds;
import com.petstoreapi.realtime.delivery.WriterBounds;
import com.petstoreapi.realtime.journal.Commit;
import com.petstoreapi.realtime.journal.Journal;
import com.petstoreapi.realtime.value.Uuid7;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** The chats without their transports: rules, desk, store and journal on a database of its own. */
public final class HelpDesk implements Letters {
  private final Clock clock = Clock.systemUTC();
  private final Database database = Database.empty();
  private final Journal journal = database.journal(clock);
  private final Rooms rooms =
      new JdbcRooms(database.dataSource(), database.transactions(), journal);
  private final LiveStreams streams =
      new LiveStreams(
          journal,
          new TailBounds(1_000, 1_000_000),
          new WriterBounds(500, 1_000),
          Runnable::run,
          Coalescing.none(Runnable::run));
  private final Set<String> here = new HashSet<>();
  private final List<String> letters = new ArrayList<>();
  private final List<String> dismissed = new ArrayList<>();
  private final ChatDesk desk =
      new ChatDesk(
          new ChatStreams(streams, rooms),
          new JdbcRoomBook(),
          this,
          (stream, user) -> here.contains(user),
          (user, stream) -> dismissed.add(user + " from " + stream),
          new Uuid7(clock));

  public ChatDesk desk() {
    return desk;
  }

  public Rooms rooms() {
    return rooms;
  }

  public Database database() {
    return database;
  }

  public Journal journal() {
    return journal;
  }

  /** Whom letters went to, and their types. */
  public List<String> letters() {
    return letters;
  }

  /** Who was shown out of which stream. */
  public List<String> dismissed() {
    return dismissed;
  }

  /** From now on somebody is at every place. */
  public void arrives(String user) {
    here.add(user);
  }

  /** A new room; its id. */
  public String open(String customer) {
    Inquiry inquiry = new Inquiry(Optional.of("Rex"), Optional.empty(), Optional.empty());
    return json(desk.open(customer, inquiry, noKey())).getString("id");
  }

  /** Has somebody write; the position. */
  public String say(String roomId, String user, String text) {
    return json(desk.say(roomId, user, text, noKey())).getString("position");
  }

  public static JsonObject json(CompletableFuture<String> answer) {
    return JsonText.parse(answer.join()).asJsonObject();
  }

  public static ClientKey noKey() {
    return operation -> Optional.empty();
  }

  public static ClientKey key(String user, String key) {
    return operation -> IdempotencyKey.of(user, key, operation);
  }

  @Override
  public void post(Commit commit, String user, String type, String data) {
    letters.add(type + " to " + user);
  }

  @Override
  public void committed() {
    // all are taken at once
  }
}
