package com.petstoreapi.benchmarks.micro;

import com.petstoreapi.edge.sse.SseEncoding;
import com.petstoreapi.realtime.journal.Audience;
import com.petstoreapi.realtime.journal.Event;
import com.petstoreapi.realtime.journal.Position;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** An event as it goes over SSE: made once for all who get it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EncodeBenchmark {
  private final Position position = new Position(1_234_567, "k3x9");

  @Param({"150", "4000"})
  private int characters;

  private Event event;

  /** Makes the event. */
  @Setup
  public void event() {
    String data = "{\"title\":\"" + "x".repeat(characters) + "\"}";
    event = new Event(1_234_567, Instant.EPOCH, "notification", Audience.EVERYONE, "", data);
  }

  @Benchmark
  public byte[] sse() {
    return SseEncoding.INSTANCE.encode(event, position);
  }
}
