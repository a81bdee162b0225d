package com.petstoreapi.edge.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MarkTest {
  private final Mark mark = new Mark(85, 75, Duration.ofSeconds(1), Duration.ofSeconds(3));
  private long now = Long.MAX_VALUE - TimeUnit.SECONDS.toNanos(2); // it may run over

  @Test
  void isOverWhenItHasBeenAboveTheUpperMarkForAWhile() {
    assertThat(after(0, 90)).isFalse();
    assertThat(after(999, 90)).isFalse();
    assertThat(after(1, 90)).isTrue();
  }

  @Test
  void takesNoNoticeOfAMoment() {
    after(0, 90);
    assertThat(after(900, 80)).isFalse();
    assertThat(after(200, 90)).isFalse();
    assertThat(after(900, 90)).isFalse();
    assertThat(after(100, 90)).isTrue();
  }

  @Test
  void isOverUntilItHasBeenBelowTheLowerMarkForAWhile() {
    makeOver();
    assertThat(after(60_000, 76)).isTrue();
    assertThat(after(1, 74)).isTrue();
    assertThat(after(2_999, 74)).isTrue();
    assertThat(after(1, 74)).isFalse();
  }

  @Test
  void countsTheCalmAnewAfterEachReturn() {
    makeOver();
    after(0, 70);
    after(2_000, 80);
    assertThat(after(2_000, 70)).isTrue();
    assertThat(after(2_999, 70)).isTrue();
    assertThat(after(1, 70)).isFalse();
  }

  @Test
  void doesNotFlapBetweenTheMarks() {
    boolean first = after(0, 80);
    makeOver();
    for (int i = 0; i < 100; i++) {
      assertThat(after(500, i % 2 == 0 ? 84 : 76)).isTrue();
    }
    assertThat(first).isFalse();
  }

  @Test
  void turnsAtOnceWhereNoTimeIsSet() {
    Mark quick = new Mark(85, 75, Duration.ZERO, Duration.ZERO);
    assertThat(quick.measured(86, 1)).isTrue();
    assertThat(quick.measured(74, 1)).isFalse();
  }

  private void makeOver() {
    after(0, 90);
    assertThat(after(1_000, 90)).isTrue();
  }

  private boolean after(long millis, double value) {
    now += TimeUnit.MILLISECONDS.toNanos(millis);
    return mark.measured(value, now);
  }
}
