package com.petstoreapi.systemtests.hardening;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;

/**
 * Sends the inputs of one front. Each batch has dice of its own, so that a seed and a number make
 * the same batch again, whatever came before it. Used by one thread.
 */
final class Fuzzer {
  private static final int SIZE_HINT = 1_000;
  private static final int MOST_SHOWN = 20;

  private final Front front;
  private final long seed;
  private long number;

  /**
   * @param first the number of the first batch
   */
  Fuzzer(Front front, long seed, long first) {
    this.front = front;
    this.seed = seed;
    this.number = first;
  }

  /** Sends at least so many of all fronts' inputs times this front's share; returns how many. */
  long send(long inputsOfAll) {
    long[] sent = new long[1];
    JqwikSession.run(
        () -> {
          RandomGenerator<List<Input>> generator = front.batches().generator(SIZE_HINT);
          while (sent[0] * 100 < inputsOfAll * front.percent()) {
            List<Input> batch = generator.next(new Random(seed * 31 + number)).value();
            strike(batch);
            number++;
            sent[0] += batch.size();
          }
        });
    return sent[0];
  }

  private void strike(List<Input> batch) {
    failureOf(batch)
        .ifPresent(
            failure -> {
              throw new AssertionError(report(batch, failure), failure);
            });
  }

  private Optional<Throwable> failureOf(List<Input> batch) {
    try {
      front.target().strike(batch);
      return Optional.empty();
    } catch (IOException | AssertionError | RuntimeException failure) {
      return Optional.of(failure);
    }
  }

  private String report(List<Input> batch, Throwable failure) {
    List<Input> guilty =
        batch.stream().filter(input -> failureOf(List.of(input)).isPresent()).limit(1).toList();
    List<Input> shown = guilty.isEmpty() ? batch : guilty;
    return "%s, seed %d, batch %d: %s%n%s%n%s"
        .formatted(
            front.name(),
            seed,
            number,
            failure.getMessage(),
            guilty.isEmpty()
                ? "No input does it alone; the batch ends with"
                : "This does it alone:",
            shown.stream()
                .skip(Math.max(0, shown.size() - MOST_SHOWN))
                .map(Input::literal)
                .collect(Collectors.joining("\n")));
  }
}
