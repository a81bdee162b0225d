package com.petstoreapi.benchmarks.micro;

import com.petstoreapi.realtime.tracing.Stage;
import com.petstoreapi.realtime.tracing.Step;
import com.petstoreapi.realtime.tracing.Tracing;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * What a command pays for traces that nobody wants: {@link #off} beside {@link #nothing}. With
 * {@code -prof gc} neither makes garbage.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TracingBenchmark {
  private final Tracing tracing = Tracing.OFF;
  private final boolean traced = tracing.isOn();

  @Benchmark
  public Step nothing() {
    return Step.NONE;
  }

  /** As the writer of a stream has it, once for each command and once for each commit. */
  @Benchmark
  public Step off() {
    Step step = traced ? tracing.begin(Stage.COMMAND, "auction/rex") : Step.NONE;
    step.end();
    return step;
  }
}
