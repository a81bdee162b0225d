package com.petstoreapi.systemtests.soak;

import com.petstoreapi.systemtests.soak.picture.Series;
import com.petstoreapi.systemtests.support.ProcessFigures;
import com.petstoreapi.systemtests.support.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;

/** Looks at one server again and again, and writes down what it sees. */
final class Watch {
  private final String name;
  private final ServerProcess server;
  private final LongSupplier delivered;
  private final Path file;
  private final List<Sample> samples = new ArrayList<>();
  private Optional<Counters> last = Optional.empty();

  /** What only ever grows, all in seconds or counts. */
  private record Counters(double seconds, double cpu, double delivered, double batches) {
    /** By how much a second; zero where no time has passed. */
    Counters since(Counters earlier) {
      double passed = Math.max(seconds - earlier.seconds, 1e-3);
      return new Counters(
          1,
          (cpu - earlier.cpu) / passed,
          (delivered - earlier.delivered) / passed,
          (batches - earlier.batches) / passed);
    }
  }

  /**
   * @param delivered what those who listen there have got so far
   * @param directory where its figures go, as {@code NAME.csv}
   */
  Watch(String name, ServerProcess server, LongSupplier delivered, Path directory) {
    this.name = name;
    this.server = server;
    this.delivered = delivered;
    this.file = directory.resolve(name + ".csv");
    try {
      Files.createDirectories(directory);
      Files.writeString(file, Sample.HEAD + "\n");
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /**
   * @param seconds since the crowd came
   * @param collecting whether what lives on the heap is counted, too
   */
  Sample look(double seconds, boolean collecting) {
    Metrics metrics = Metrics.of(server);
    double heapLive = collecting ? server.liveHeapBytes() : Double.NaN;
    ProcessFigures process = server.figures();
    Counters now =
        new Counters(
            System.nanoTime() / 1e9,
            process.cpu().toMillis() / 1e3,
            delivered.getAsLong(),
            metrics.batches());
    Counters rates = now.since(last.orElse(now));
    last = Optional.of(now);
    Sample sample =
        new Sample(
            seconds,
            metrics.usedHeapBytes(),
            heapLive,
            process.residentBytes(),
            process.threads(),
            process.descriptors(),
            metrics.connections(),
            rates.cpu(),
            rates.delivered(),
            rates.batches(),
            metrics.stuckWriters(),
            metrics.cut());
    keep(sample);
    return sample;
  }

  private void keep(Sample sample) {
    samples.add(sample);
    try {
      Files.writeString(file, sample.line() + "\n", StandardOpenOption.APPEND);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** One figure over time; what is not a number is left out. */
  Series series(ToDoubleFunction<Sample> figure) {
    return new Series(
        name,
        samples.stream()
            .filter(sample -> sample.seconds() >= 0)
            .map(sample -> new Series.Point(sample.seconds(), figure.applyAsDouble(sample)))
            .toList());
  }

  String name() {
    return name;
  }

  double lastSeconds() {
    return samples.get(samples.size() - 1).seconds();
  }
}
