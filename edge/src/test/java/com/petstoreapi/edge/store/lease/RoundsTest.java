package com.petstoreapi.edge.store.lease;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.realtime.journal.JournalUnavailable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RoundsTest {
  private final AtomicInteger rounds = new AtomicInteger();

  @Test
  void areGoneOnlyByWhoseWorkItIs() {
    new Rounds("clock", () -> false, rounds::incrementAndGet).run();
    assertThat(rounds).hasValue(0);
    new Rounds("clock", () -> true, rounds::incrementAndGet).run();
    assertThat(rounds).hasValue(1);
  }

  @Test
  void goOnAfterARoundThatFailed() {
    Rounds failing = new Rounds("clock", () -> true, this::fail);
    for (int i = 0; i < 4; i++) {
      failing.run();
    }
    assertThat(rounds).hasValue(4);
  }

  private void fail() {
    if (rounds.incrementAndGet() % 2 == 0) {
      throw new JournalUnavailable("the database is away", null);
    }
    throw new IllegalStateException("a fault");
  }
}
