package com.petstoreapi.realtime.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ListenersTest {
  private static final Duration INTERVAL = Duration.ofMillis(300);
  private static final long NEARLY = Duration.ofMillis(250).toNanos();

  private final BlockingQueue<Long> wakeUps = new LinkedBlockingQueue<>();

  @Test
  void theFirstMoveIsToldAtOnceAndThoseThatFollowTogether() throws InterruptedException {
    Listeners listeners = new Listeners("s", new Coalescing(Runnable::run, INTERVAL));
    listeners.add(() -> wakeUps.add(System.nanoTime()));
    listeners.ring();
    long first = wakeUps.remove();
    listeners.ring();
    listeners.ring();
    listeners.ring();
    long second = wakeUps.poll(10, TimeUnit.SECONDS);
    assertThat(second - first).isGreaterThanOrEqualTo(NEARLY);
    listeners.ring();
    long third = wakeUps.poll(10, TimeUnit.SECONDS);
    assertThat(third - second).isGreaterThanOrEqualTo(NEARLY);
    assertThat(wakeUps).isEmpty();
  }

  @Test
  void withoutAnIntervalEachMoveIsToldAtOnce() {
    Listeners listeners = new Listeners("s", Coalescing.none(Runnable::run));
    listeners.add(() -> wakeUps.add(System.nanoTime()));
    listeners.ring();
    listeners.ring();
    assertThat(wakeUps).hasSize(2);
  }
}
