package com.petstoreapi.realtime.delivery;

import com.petstoreapi.realtime.journal.Journal;
import com.petstoreapi.realtime.journal.StreamWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * The streams that are in use on this node, each with its tail and its writer. To be asked anew at
 * each use: a stream that was not asked for, and that nobody listened to, for a while is let go by
 * {@link #evictIdle} and opened again from the journal at the next use.
 */
public final class LiveStreams {
  private final Journal journal;
  private final TailBounds tailBounds;
  private final WriterBounds writerBounds;
  private final Executor writers;
  private final Executor bellRinger;
  private final Map<String, Use> streams = new ConcurrentHashMap<>();

  /**
   * @param writers runs transactions; may block
   * @param bellRinger wakes listeners; one thread is enough
   */
  public LiveStreams(
      Journal journal,
      TailBounds tailBounds,
      WriterBounds writerBounds,
      Executor writers,
      Executor bellRinger) {
    this.journal = journal;
    this.tailBounds = tailBounds;
    this.writerBounds = writerBounds;
    this.writers = writers;
    this.bellRinger = bellRinger;
  }

  /** The stream, begun in the journal when it is not there. */
  public LiveStream stream(String name) {
    return use(name).stream;
  }

  /** The stream if it is in use on this node already; that somebody asks does not count as use. */
  public Optional<LiveStream> ifOpen(String name) {
    return Optional.ofNullable(streams.get(name)).map(use -> use.stream);
  }

  /** The stream's only writer on this node. */
  public StreamWriter writer(String name) {
    return use(name).writer;
  }

  /** The streams that are open now. */
  public List<LiveStream> open() {
    return streams.values().stream().map(use -> use.stream).toList();
  }

  /** Commands that wait for a transaction, over all streams. */
  public int waitingCommands() {
    return streams.values().stream().mapToInt(use -> use.writer.waiting()).sum();
  }

  /**
   * Lets go what was not used for that long.
   *
   * @param idle minutes rather than milliseconds: longer than anybody takes between asking for a
   *     stream and listening or writing to it
   */
  public void evictIdle(Duration idle) {
    long limit = System.nanoTime() - idle.toNanos();
    streams.values().removeIf(use -> use.isIdleSince(limit));
  }

  private Use use(String name) {
    Use use = streams.get(name);
    if (use == null) {
      use = streams.computeIfAbsent(name, this::openStream);
    }
    use.lastUsed = System.nanoTime();
    return use;
  }

  private Use openStream(String name) {
    LiveStream stream = new LiveStream(name, journal, tailBounds, bellRinger);
    StreamWriter writer =
        new StreamWriter(
            name,
            journal,
            stream::advance,
            writers,
            writerBounds.maxBatch(),
            writerBounds.maxWaiting());
    return new Use(stream, writer);
  }

  private static final class Use {
    private final LiveStream stream;
    private final StreamWriter writer;
    private volatile long lastUsed = System.nanoTime();

    Use(LiveStream stream, StreamWriter writer) {
      this.stream = stream;
      this.writer = writer;
    }

    boolean isIdleSince(long nanos) {
      return stream.listeners() == 0 && writer.waiting() == 0 && lastUsed - nanos < 0;
    }
  }
}
