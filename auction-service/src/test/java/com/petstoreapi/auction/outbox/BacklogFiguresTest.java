package com.petstoreapi.auction.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.realtime.journal.JournalUnavailable;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BacklogFiguresTest {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private long now = 5;
  private long looks;
  private boolean away;
  private final BacklogFigures figures = new BacklogFigures(this::look, () -> now);

  @Test
  void looksOnceASecondHoweverOftenItIsAsked() {
    assertThat(figures.get().waiting()).isEqualTo(1);
    now += SECOND - 1;
    assertThat(figures.get().waiting()).isEqualTo(1);
    now += 1;
    assertThat(figures.get().waiting()).isEqualTo(2);
  }

  @Test
  void keepsTheLastWhileTheDatabaseIsAway() {
    figures.get();
    away = true;
    now += SECOND;
    assertThat(figures.get().waiting()).isEqualTo(1);
    away = false;
    now += SECOND;
    assertThat(figures.get().waiting()).isEqualTo(2);
  }

  private Backlog look() {
    if (away) {
      throw new JournalUnavailable("away", new IllegalStateException());
    }
    return new Backlog(++looks, 0, Duration.ZERO);
  }
}
