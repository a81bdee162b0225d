package com.petstoreapi.edge.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.petstoreapi.realtime.journal.JournalUnavailable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RoundsTest {
  private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
  private final AtomicInteger rounds = new AtomicInteger();

  @AfterEach
  void theThreadEnds() {
    executor.shutdownNow();
  }

  @Test
  void goOnWhateverBecomesOfOne() {
    Future<?> work = Rounds.begin(executor, "a test", 1, this::fail);
    await().until(() -> rounds.get() >= 4);
    work.cancel(true);
    assertThat(work.isCancelled()).isTrue();
  }

  private void fail() {
    throw rounds.incrementAndGet() % 2 == 0
        ? new JournalUnavailable("away", null)
        : new IllegalStateException("stumbled");
  }
}
