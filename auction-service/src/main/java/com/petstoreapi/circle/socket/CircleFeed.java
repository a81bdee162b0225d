package com.petstoreapi.circle.socket;

import com.petstoreapi.realtime.delivery.Cursor;
import com.petstoreapi.realtime.delivery.Entry;
import com.petstoreapi.realtime.delivery.Filter;
import com.petstoreapi.realtime.delivery.LiveStream;
import com.petstoreapi.realtime.delivery.Reset;
import com.petstoreapi.realtime.delivery.Start;
import com.petstoreapi.realtime.failure.CloseCause;
import com.petstoreapi.realtime.journal.JournalUnavailable;
import com.petstoreapi.realtime.journal.Position;
import com.petstoreapi.socket.EventEncoding;
import com.petstoreapi.socket.Feed;
import com.petstoreapi.socket.SocketMessages;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What one member gets of a stream: its opening and what comes after it; or what he missed, the
 * word that he has it all, and what comes then. Where something cannot be replayed, a reset and a
 * fresh opening. When he is no longer a member, nothing more.
 */
public final class CircleFeed implements Feed {
  private static final int BATCH_EVENTS = 64;
  private static final long BATCH_WEIGHT = 8_000;
  private static final long NOT_RESUMING = -1;

  private final LiveStream stream;
  private final Filter filter;
  private final Story story;
  private final Deque<Entry> taken = new ArrayDeque<>();
  private volatile Cursor cursor;
  private volatile Position told;
  private volatile Reset reset;
  private volatile boolean begun;
  private volatile boolean untold;
  private Story.Opening opening;
  private long resumedAt = NOT_RESUMING;
  private byte[] binary;
  private volatile boolean dismissed;

  private CircleFeed(LiveStream stream, String user, Story story) {
    this.stream = stream;
    this.filter = Filter.of(user);
    this.story = story;
  }

  /** A stream as a member asks for it; may block on the database. */
  public static CircleFeed asked(LiveStream stream, String user, Start start, Story story) {
    CircleFeed feed = new CircleFeed(stream, user, story);
    if (start instanceof Start.Live) {
      feed.open();
    } else {
      feed.cursor = new Cursor(stream, feed.filter, start);
      feed.told = feed.cursor.position();
      feed.resumedAt = stream.head().seq();
    }
    return feed;
  }

  /** Whether the client has been told the present state, or all that he missed. Any thread. */
  public boolean hasBegun() {
    return begun;
  }

  @Override
  public List<String> take() {
    if (dismissed) {
      return List.of();
    }
    if (opening != null) {
      return List.of(tellOpening());
    }
    if (taken.isEmpty()) {
      taken.addAll(cursor.take(BATCH_EVENTS, BATCH_WEIGHT));
      untold = !taken.isEmpty();
      cursor.takeReset().ifPresent(found -> reset = found);
    }
    if (reset != null) {
      return tellReset(); // its opening holds all that the cursor may have taken meanwhile
    }
    List<String> messages = new ArrayList<>();
    tellTaken(messages);
    tellResumed(messages);
    return messages;
  }

  @Override
  public Optional<byte[]> takeBinary() {
    Optional<byte[]> following = Optional.ofNullable(binary);
    binary = null;
    return following;
  }

  @Override
  public boolean isBehind() {
    return !dismissed && (untold || reset != null || cursor.behind());
  }

  @Override
  public Position position() {
    return told;
  }

  @Override
  public Optional<CloseCause> end() {
    return dismissed ? Optional.of(CloseCause.NOT_ALLOWED) : Optional.empty();
  }

  private void open() {
    opening = story.opening();
    cursor = new Cursor(stream, filter, new Start.After(opening.position()));
    told = opening.position();
    resumedAt = NOT_RESUMING;
  }

  private String tellOpening() {
    String message = opening.message();
    opening = null;
    begun = true;
    return message;
  }

  private List<String> tellReset() {
    taken.clear();
    untold = false;
    open();
    String message = SocketMessages.reset(story.idField(), story.id(), reset);
    reset = null;
    return List.of(message, tellOpening());
  }

  /**
   * Up to the first that something binary follows, which must come right behind it. What cannot be
   * told for want of the database is told by a later call.
   */
  private void tellTaken(List<String> messages) {
    try {
      while (binary == null && !dismissed && !taken.isEmpty()) {
        tell(taken.peek(), messages);
        taken.remove();
      }
    } catch (JournalUnavailable e) {
      if (messages.isEmpty()) {
        throw e;
      }
    }
    untold = !taken.isEmpty();
    if (!untold) {
      told = cursor.position();
    }
  }

  private void tell(Entry entry, List<String> messages) {
    Optional<byte[]> following = story.binary(entry.event());
    boolean last = story.dismisses(entry.event());
    messages.add(entry.as(EventEncoding.INSTANCE));
    told = entry.position();
    binary = following.orElse(null);
    dismissed = last;
  }

  private void tellResumed(List<String> messages) {
    boolean isThere = resumedAt != NOT_RESUMING && told.seq() >= resumedAt;
    if (isThere && binary == null && !dismissed) {
      messages.add(SocketMessages.resumed(told));
      resumedAt = NOT_RESUMING;
      begun = true;
    }
  }
}
