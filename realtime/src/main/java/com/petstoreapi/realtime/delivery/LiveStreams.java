package com.petstoreapi.realtime.delivery;

import com.petstoreapi.realtime.delivery.DeliveryFigures.Finder;
import com.petstoreapi.realtime.journal.Event;
import com.petstoreapi.realtime.journal.Head;
import com.petstoreapi.realtime.journal.Journal;
import com.petstoreapi.realtime.journal.StreamWriter;
import com.petstoreapi.realtime.journal.WriterFigures;
import com.petstoreapi.realtime.tracing.Tracing;
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
  private final Coalescing coalescing;
  private final Bell bell;
  private final DeliveryFigures figures;
  private final WriterFigures commits = new WriterFigures();
  private final Tracing tracing;
  private final Map<String, Use> streams = new ConcurrentHashMap<>();

  /** Those of a node by itself. */
  public LiveStreams(
      Journal journal,
      TailBounds tailBounds,
      WriterBounds writerBounds,
      Executor writers,
      Coalescing coalescing) {
    this(journal, tailBounds, writerBounds, writers, coalescing, Bell.NONE);
  }

  /**
   * @param writers runs transactions; may block
   * @param bell tells the other nodes
   */
  public LiveStreams(
      Journal journal,
      TailBounds tailBounds,
      WriterBounds writerBounds,
      Executor writers,
      Coalescing coalescing,
      Bell bell) {
    this(
        journal,
        tailBounds,
        writerBounds,
        writers,
        coalescing,
        bell,
        new DeliveryFigures(System::currentTimeMillis),
        Tracing.OFF);
  }

  /**
   * The same.
   *
   * @param figures is told how the events get to the clients
   * @param tracing follows what is written, and to whom it is told
   */
  public LiveStreams(
      Journal journal,
      TailBounds tailBounds,
      WriterBounds writerBounds,
      Executor writers,
      Coalescing coalescing,
      Bell bell,
      DeliveryFigures figures,
      Tracing tracing) {
    this.journal = journal;
    this.tailBounds = tailBounds;
    this.writerBounds = writerBounds;
    this.writers = writers;
    this.coalescing = coalescing;
    this.bell = bell;
    this.figures = figures;
    this.tracing = tracing;
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

  /**
   * Another node has committed events. May block on the journal, when there is a hole before them.
   *
   * @param events those of one commit, in order; empty where they were too large to be told
   * @param head the number of the last of them
   */
  public void heard(String name, long head, List<Event> events) {
    ifOpen(name).ifPresent(stream -> hear(stream, head, events));
  }

  private void hear(LiveStream stream, long head, List<Event> events) {
    figures.heard(events);
    if (events.isEmpty()) {
      stream.catchUp(head);
    } else {
      long missing = events.get(0).seq() - 1 - stream.head().seq();
      figures.missed(Finder.BELL, missing);
      stream.advance(events);
    }
  }

  /**
   * Looks in the journal for what other nodes have committed and no bell has told: for the streams
   * that somebody listens to. To be called about once a second, by one thread at a time.
   *
   * @return how many streams had moved on unheard
   */
  public int lookForNews() {
    List<LiveStream> listened = open().stream().filter(stream -> stream.listeners() > 0).toList();
    if (listened.isEmpty() || !journal.isShared()) {
      return 0;
    }
    Map<String, Head> heads = journal.heads(listened.stream().map(LiveStream::name).toList());
    int moved = 0;
    for (LiveStream stream : listened) {
      Head head = heads.get(stream.name());
      if (head != null && head.seq() > stream.head().seq()) {
        figures.missed(Finder.LOOK, head.seq() - stream.head().seq());
        stream.catchUp(head.seq());
        moved++;
      }
    }
    return moved;
  }

  /** The streams that are open now. */
  public List<LiveStream> open() {
    return streams.values().stream().map(use -> use.stream).toList();
  }

  /** How the events get to the clients. */
  public DeliveryFigures figures() {
    return figures;
  }

  /** What the transactions take. */
  public WriterFigures commits() {
    return commits;
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
    LiveStream stream = new LiveStream(name, journal, tailBounds, coalescing, figures, tracing);
    StreamWriter writer =
        new StreamWriter(
            name,
            journal,
            events -> tell(stream, events),
            writers,
            writerBounds.maxBatch(),
            writerBounds.maxWaiting(),
            commits,
            tracing);
    return new Use(stream, writer);
  }

  private void tell(LiveStream stream, List<Event> events) {
    try {
      stream.advance(events);
    } finally {
      if (!events.isEmpty()) {
        bell.ring(stream.name(), events);
      }
    }
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
