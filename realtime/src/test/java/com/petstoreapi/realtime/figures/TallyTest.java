package com.petstoreapi.realtime.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TallyTest {
  private final Tally<TimeUnit> tally = new Tally<>(TimeUnit.class);

  @Test
  void countsEachKindByItself() {
    tally.add(TimeUnit.DAYS);
    tally.add(TimeUnit.DAYS);
    tally.add(TimeUnit.HOURS, 40);
    assertThat(tally.of(TimeUnit.DAYS)).isEqualTo(2);
    assertThat(tally.of(TimeUnit.HOURS)).isEqualTo(40);
    assertThat(tally.of(TimeUnit.SECONDS)).isZero();
  }

  @Test
  void knowsAllKindsBeforeAnyOfThemWasCounted() {
    assertThat(tally.kinds()).containsExactly(TimeUnit.values());
  }
}
