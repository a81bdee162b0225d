package com.petstoreapi.chat.desk;

import com.petstoreapi.chat.ChatEvent.MemberJoined;
import com.petstoreapi.chat.ChatEvent.MemberLeft;
import com.petstoreapi.chat.Letters;
import com.petstoreapi.chat.Room;
import com.petstoreapi.chat.RoomAt;
import com.petstoreapi.chat.RoomBook;
import com.petstoreapi.chat.RoomRules;
import com.petstoreapi.chat.Ruling;
import com.petstoreapi.chat.StoredPicture;
import com.petstoreapi.chat.Visitor;
import com.petstoreapi.chat.json.ChatEventJson;
import com.petstoreapi.chat.json.RoomJson;
import com.petstoreapi.edge.store.ClientKey;
import com.petstoreapi.edge.store.Idempotency;
import com.petstoreapi.edge.store.IdempotencyKey;
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.journal.Command;
import com.petstoreapi.realtime.journal.Commit;
import com.petstoreapi.realtime.journal.Position;
import com.petstoreapi.realtime.journal.StreamWriter;
import com.petstoreapi.realtime.value.Sha256;
import com.petstoreapi.realtime.value.Uuid7;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * Takes what people want of a room and has it decided: one after the other, by the rules, in a
 * transaction that writes the state, the events, the letters to those who are away and the answer.
 *
 * <p>Each answer is JSON text. A future fails with a {@link Refusal} or as {@link
 * StreamWriter#submit} says; a method itself throws {@code not-found}. What depends on a future
 * runs on the writer's thread and must not block.
 */
public final class ChatDesk {
  private static final int MOST_PICTURES = 200;
  private static final String LETTER = "chat-message";

  private final ChatStreams streams;
  private final RoomBook book;
  private final Letters letters;
  private final BiPredicate<String, String> here;
  private final BiConsumer<String, String> dismissal;
  private final Uuid7 ids;

  /**
   * @param here whether at a stream there is a user, on whatever node; must not block
   * @param dismissal shows a user out of a stream, on all nodes; must neither block nor fail
   */
  public ChatDesk(
      ChatStreams streams,
      RoomBook book,
      Letters letters,
      BiPredicate<String, String> here,
      BiConsumer<String, String> dismissal,
      Uuid7 ids) {
    this.streams = streams;
    this.book = book;
    this.letters = letters;
    this.here = here;
    this.dismissal = dismissal;
    this.ids = ids;
  }

  /** Answers with the new room's id, and its state. */
  public CompletableFuture<String> open(String customer, Inquiry inquiry, ClientKey key) {
    return submit(
        streams.catalogue(),
        key.of("chat " + inquiry),
        commit -> {
          requireRoom(commit, customer);
          Room room =
              Room.open(ids.next(), customer, inquiry.subject(), inquiry.about(), commit.now());
          return state(room, book.enter(commit, room));
        });
  }

  /** Answers with {@code {"position","at"}}. */
  public CompletableFuture<String> say(String roomId, String user, String text, ClientKey key) {
    return submit(
        streams.writer(roomId),
        key.of("say " + roomId + ' ' + text),
        commit -> {
          Ruling ruling = RoomRules.say(find(roomId, commit), user, text);
          return ChatAnswers.said(carryOut(ruling, commit), commit.now());
        });
  }

  /**
   * Answers with what the picture goes by and its position.
   *
   * @param picture its id counts only if it has not been shown under this key before
   */
  public CompletableFuture<String> show(
      String roomId, String user, StoredPicture picture, ClientKey key) {
    String digest = HexFormat.of().formatHex(Sha256.of(picture.content()));
    return submit(
        streams.writer(roomId),
        key.of("show " + roomId + ' ' + digest),
        commit -> {
          Ruling ruling = RoomRules.show(find(roomId, commit), user, picture.picture());
          if (book.pictures(commit, roomId) >= MOST_PICTURES) {
            throw new Refusal(
                ErrorCode.LIMIT_REACHED, "A chat has " + MOST_PICTURES + " attachments at most.");
          }
          Position position = carryOut(ruling, commit);
          book.keep(commit, roomId, picture, position);
          return ChatAnswers.shown(picture.picture(), position);
        });
  }

  /**
   * Answers with the room's state, as the next ones do.
   *
   * @param to empty to have it wait again
   */
  public CompletableFuture<String> assign(
      String roomId, Visitor by, Optional<String> to, ClientKey key) {
    return decide(
        roomId, key.of("assign " + roomId + ' ' + to), room -> RoomRules.assign(room, by, to));
  }

  public CompletableFuture<String> close(String roomId, Visitor by, ClientKey key) {
    return decide(roomId, key.of("close " + roomId), room -> RoomRules.close(room, by));
  }

  public CompletableFuture<String> reopen(String roomId, Visitor by, ClientKey key) {
    return submit(
        streams.writer(roomId),
        key.of("reopen " + roomId),
        commit -> {
          Ruling ruling = RoomRules.reopen(find(roomId, commit), by);
          requireRoom(commit, ruling.room().customer());
          carryOut(ruling, commit);
          return state(ruling.room(), commit.position());
        });
  }

  public CompletableFuture<String> add(String roomId, Visitor by, String user, ClientKey key) {
    return decide(
        roomId, key.of("add " + roomId + ' ' + user), room -> RoomRules.add(room, by, user));
  }

  public CompletableFuture<String> remove(String roomId, Visitor by, String user, ClientKey key) {
    return decide(
        roomId, key.of("remove " + roomId + ' ' + user), room -> RoomRules.remove(room, by, user));
  }

  private CompletableFuture<String> decide(
      String roomId, Optional<IdempotencyKey> key, Function<Room, Ruling> decision) {
    return submit(
        streams.writer(roomId),
        key,
        commit -> {
          Ruling ruling = decision.apply(find(roomId, commit));
          carryOut(ruling, commit);
          return state(ruling.room(), commit.position());
        });
  }

  private CompletableFuture<String> submit(
      StreamWriter writer, Optional<IdempotencyKey> key, Command<String> command) {
    return writer
        .submit(Idempotency.once(key, command))
        .whenComplete((answer, failure) -> letters.committed());
  }

  private Room find(String roomId, Commit commit) throws SQLException {
    return book.find(commit, roomId)
        .orElseThrow(() -> Refusal.notFound("There is no chat with this id."));
  }

  private void requireRoom(Commit commit, String customer) throws SQLException {
    if (book.openRooms(commit, customer) >= Room.MOST_OPEN) {
      throw new Refusal(
          ErrorCode.LIMIT_REACHED, "You have " + Room.MOST_OPEN + " chats that are not closed.");
    }
  }

  /** Returns the position after it. */
  private Position carryOut(Ruling ruling, Commit commit) throws SQLException {
    if (ruling.event().isEmpty()) {
      return commit.position();
    }
    Post post = new Post(ruling.room(), ruling.event().get());
    if (post.sender().isPresent()) {
      writeToThoseAway(post, commit);
    } else {
      book.update(commit, ruling.room());
      noteDismissal(ruling, commit);
    }
    return commit.append(ChatEventJson.draft(ruling.event().get(), commit.now()));
  }

  private void writeToThoseAway(Post post, Commit commit) {
    for (String user : post.readers()) {
      if (!here.test(post.room().stream(), user)) {
        letters.post(commit, user, LETTER, post.letter());
      }
    }
  }

  private void noteDismissal(Ruling ruling, Commit commit) {
    String stream = ruling.room().stream();
    Dismissed dismissed =
        commit.part(Dismissed.class, () -> new Dismissed(user -> dismissal.accept(user, stream)));
    if (ruling.event().get() instanceof MemberLeft left) {
      dismissed.add(left.user());
    } else if (ruling.event().get() instanceof MemberJoined joined) {
      dismissed.remove(joined.user());
    }
  }

  private static String state(Room room, Position position) {
    return RoomJson.state(new RoomAt(room, position)).toString();
  }
}
