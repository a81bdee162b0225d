package com.petstoreapi.realtime.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.realtime.journal.Audience;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
    listeners.add(this, audiences -> wakeUps.add(System.nanoTime()));
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
    listeners.add(this, audiences -> wakeUps.add(System.nanoTime()));
    listeners.ring();
    listeners.ring();
    assertThat(wakeUps).hasSize(2);
  }

  @Test
  void tellsWhomTheNewEventsAreFor() {
    List<Audiences> told = new ArrayList<>();
    Listeners listeners = new Listeners("s", Coalescing.none(Runnable::run));
    listeners.add(this, told::add);
    listeners.tell(Audience.only("ann"));
    listeners.tell(Audience.only("bob"));
    listeners.tell(Audience.only("ann"));
    listeners.ring();
    listeners.tell(Audience.EVERYONE);
    listeners.ring();
    assertThat(told.get(0).users()).containsExactlyInAnyOrder("ann", "bob");
    assertThat(told.get(0).includeEveryone()).isFalse();
    assertThat(told.get(1).includeEveryone()).isTrue();
  }
}
