package com.petstoreapi.auction.socket;

import com.petstoreapi.auction.Snapshot;
import com.petstoreapi.auction.json.EventJson;
import com.petstoreapi.realtime.delivery.Cursor;
import com.petstoreapi.realtime.delivery.Entry;
import com.petstoreapi.realtime.delivery.Filter;
import com.petstoreapi.realtime.delivery.LiveStream;
import com.petstoreapi.realtime.delivery.Reset;
import com.petstoreapi.realtime.delivery.Start;
import com.petstoreapi.realtime.failure.CloseCause;
import com.petstoreapi.realtime.journal.Position;
import com.petstoreapi.socket.EventEncoding;
import com.petstoreapi.socket.Feed;
import com.petstoreapi.socket.SocketMessages;
import com.petstoreapi.socket.SocketQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * What one client gets of an auction: a snapshot and what comes after it; or what it missed, the
 * word that it has it all, and what comes then. Where something cannot be replayed, a reset and a
 * fresh snapshot.
 *
 * <p>Used by one thread at a time; {@link #isBehind} and {@link #position} by any.
 */
final class AuctionFeed implements Feed {
  private static final int BATCH_EVENTS = 64;
  private static final long BATCH_WEIGHT = 8_000;
  private static final long NOT_RESUMING = -1;

  private final LiveStream stream;
  private final Filter filter;
  private final Supplier<Snapshot> present;
  private final ToIntFunction<Snapshot> watchers;
  private final boolean latestOnly;
  private final boolean overAtOpening;
  private volatile Cursor cursor;
  private Snapshot untold;
  private volatile Reset reset;
  private long resumedAt = NOT_RESUMING;
  private boolean over;

  private AuctionFeed(
      LiveStream stream,
      Filter filter,
      boolean latestOnly,
      Supplier<Snapshot> present,
      ToIntFunction<Snapshot> watchers,
      boolean overAtOpening) {
    this.stream = stream;
    this.filter = filter;
    this.latestOnly = latestOnly;
    this.present = present;
    this.watchers = watchers;
    this.overAtOpening = overAtOpening;
  }

  /**
   * An auction as a client asks for it.
   *
   * @param first the auction as it was read just now
   * @param present reads it again, should a part be gone; may block
   * @param watchers how many look on, to be told with a snapshot
   */
  static AuctionFeed asked(
      LiveStream stream,
      Filter filter,
      SocketQuery query,
      Snapshot first,
      Supplier<Snapshot> present,
      ToIntFunction<Snapshot> watchers) {
    boolean over = first.auction().isOver();
    AuctionFeed feed = new AuctionFeed(stream, filter, query.latestOnly(), present, watchers, over);
    if (query.start() instanceof Start.Live) {
      feed.beginAt(first);
    } else {
      feed.cursor = new Cursor(stream, filter, query.start());
      feed.resumedAt = stream.head().seq();
    }
    return feed;
  }

  /**
   * An auction from a place on, without a snapshot first.
   *
   * @param present reads the auction as it stands now, should a part be gone; may block
   * @param watchers how many look on, to be told with that
   */
  static AuctionFeed from(
      Start start,
      LiveStream stream,
      Filter filter,
      boolean latestOnly,
      Supplier<Snapshot> present,
      ToIntFunction<Snapshot> watchers) {
    AuctionFeed feed = new AuctionFeed(stream, filter, latestOnly, present, watchers, false);
    feed.cursor = new Cursor(stream, filter, start);
    feed.reset = feed.cursor.takeReset().orElse(null);
    return feed;
  }

  @Override
  public List<String> take() {
    if (untold != null) {
      return List.of(tellSnapshot());
    }
    List<Entry> entries = cursor.take(BATCH_EVENTS, BATCH_WEIGHT);
    cursor.takeReset().ifPresent(found -> reset = found);
    if (reset != null) {
      return tellReset(); // its snapshot holds all that the cursor may have taken meanwhile
    }
    List<String> messages = new ArrayList<>();
    tell(latestOnly ? withoutToppedBids(entries) : entries, messages);
    tellResumed(messages);
    return messages;
  }

  @Override
  public boolean isBehind() {
    return reset != null || cursor.behind();
  }

  @Override
  public Position position() {
    return cursor.position();
  }

  @Override
  public Optional<CloseCause> end() {
    return over ? Optional.of(CloseCause.DONE) : Optional.empty();
  }

  /** Whether the client was told where it begins: a snapshot, or that it has resumed. */
  boolean hasBegun() {
    return untold == null && reset == null && resumedAt == NOT_RESUMING;
  }

  /** Whether the client was told that the auction has ended. */
  boolean isOver() {
    return over;
  }

  private void beginAt(Snapshot snapshot) {
    cursor = new Cursor(stream, filter, new Start.After(snapshot.position()));
    untold = snapshot;
    resumedAt = NOT_RESUMING;
  }

  private String tellSnapshot() {
    String message = ServerMessages.snapshot(untold, watchers.applyAsInt(untold));
    over = untold.auction().isOver();
    untold = null;
    return message;
  }

  private List<String> tellReset() {
    Snapshot snapshot = present.get();
    beginAt(snapshot);
    String message = SocketMessages.reset("auctionId", snapshot.auction().id(), reset);
    reset = null;
    return List.of(message, tellSnapshot());
  }

  private void tell(List<Entry> entries, List<String> messages) {
    for (Entry entry : entries) {
      messages.add(entry.as(EventEncoding.INSTANCE));
      over |= entry.event().type().equals(EventJson.END);
    }
  }

  private void tellResumed(List<String> messages) {
    if (resumedAt != NOT_RESUMING && cursor.position().seq() >= resumedAt) {
      messages.add(SocketMessages.resumed(cursor.position()));
      over |= overAtOpening;
      resumedAt = NOT_RESUMING;
    }
  }

  private static List<Entry> withoutToppedBids(List<Entry> entries) {
    List<Entry> kept = new ArrayList<>();
    boolean topped = false;
    for (int i = entries.size() - 1; i >= 0; i--) {
      Entry entry = entries.get(i);
      boolean isBid = entry.event().type().equals(EventJson.BID);
      if (!isBid || !topped) {
        kept.add(0, entry);
      }
      topped |= isBid;
    }
    return kept;
  }
}
