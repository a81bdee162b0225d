package com.petstoreapi.systemtests.soak.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AxisTest {
  @Test
  void marksAreRoundNumbersAndHoldTheLargestValue() {
    assertThat(Axis.upTo(30, 5).marks()).containsExactly(0.0, 10.0, 20.0, 30.0);
    assertThat(Axis.upTo(31, 5).marks()).containsExactly(0.0, 10.0, 20.0, 30.0, 40.0);
    assertThat(Axis.upTo(0.07, 4).end()).isBetween(0.07, 0.09);
  }

  @Test
  void whereThereIsNothingItGoesToOne() {
    assertThat(Axis.upTo(0, 4).end()).isEqualTo(1);
  }

  @Test
  void thereAreNeverMoreMarksThanAskedFor() {
    for (double most = 0.001; most < 1e7; most *= 1.37) {
      Axis axis = Axis.upTo(most, 4);
      assertThat(axis.steps()).isBetween(1, 4);
      assertThat(axis.share(most)).isBetween(0.19, 1.0 + 1e-6);
    }
  }
}
