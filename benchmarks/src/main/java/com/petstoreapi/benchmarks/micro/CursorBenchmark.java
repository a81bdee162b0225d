package com.petstoreapi.benchmarks.micro;

import com.petstoreapi.realtime.delivery.Coalescing;
import com.petstoreapi.realtime.delivery.Cursor;
import com.petstoreapi.realtime.delivery.Entry;
import com.petstoreapi.realtime.delivery.Filter;
import com.petstoreapi.realtime.delivery.LiveStream;
import com.petstoreapi.realtime.delivery.LiveStreams;
import com.petstoreapi.realtime.delivery.Start;
import com.petstoreapi.realtime.delivery.TailBounds;
import com.petstoreapi.realtime.delivery.WriterBounds;
import com.petstoreapi.realtime.journal.Audience;
import com.petstoreapi.realtime.journal.Event;
import com.petstoreapi.realtime.journal.Position;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What a connection does with the tail when its stream has moved on. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CursorBenchmark {
  private static final int EVENTS = 1_000;
  private static final long BATCH = 8_000;
  private static final String DATA = "{\"title\":\"" + "x".repeat(150) + "\"}";

  private final LiveStream stream =
      new LiveStreams(
              new NoJournal(),
              new TailBounds(8_192, 32 << 20),
              new WriterBounds(500, 20_000),
              Runnable::run,
              Coalescing.none(Runnable::run))
          .stream("all");

  /** Fills the tail; each tenth event is for somebody else. */
  @Setup
  public void tail() {
    stream.advance(LongStream.rangeClosed(1, EVENTS).mapToObj(CursorBenchmark::event).toList());
  }

  private static Event event(long seq) {
    Audience audience = seq % 10 == 0 ? Audience.only("bob") : Audience.EVERYONE;
    return new Event(seq, Instant.EPOCH, "notification", audience, "", DATA);
  }

  @Benchmark
  public List<Entry> takesTheNewest() {
    return from(EVENTS - 1).take(256, BATCH);
  }

  @Benchmark
  public List<Entry> takesABatch() {
    return from(EVENTS / 2).take(256, BATCH);
  }

  private Cursor from(long seq) {
    return new Cursor(
        stream, Filter.of("ann"), new Start.After(new Position(seq, stream.head().epoch())));
  }
}
