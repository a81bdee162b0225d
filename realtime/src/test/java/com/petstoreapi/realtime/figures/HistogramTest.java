package com.petstoreapi.realtime.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.petstoreapi.realtime.support.Together;
import org.junit.jupiter.api.Test;

class HistogramTest {
  private final Histogram seconds = new Histogram(1_000, 0.005, 0.1, 1);

  @Test
  void hasNothingAtFirst() {
    assertThat(seconds.count()).isZero();
    assertThat(seconds.sum()).isZero();
    assertThat(seconds.countUpTo(2)).isZero();
  }

  @Test
  void aBoundBelongsToTheSizeBelowIt() {
    seconds.record(5);
    seconds.record(6);
    seconds.record(100);
    seconds.record(101);
    assertThat(seconds.countUpTo(0)).isEqualTo(1);
    assertThat(seconds.countUpTo(1)).isEqualTo(3);
    assertThat(seconds.countUpTo(2)).isEqualTo(4);
  }

  @Test
  void whatIsAboveAllBoundsCountsToo() {
    seconds.record(2_000);
    assertThat(seconds.countUpTo(2)).isZero();
    assertThat(seconds.count()).isEqualTo(1);
  }

  @Test
  void tellsTheSumInTheUnitOfItsBounds() {
    seconds.record(250);
    seconds.record(1_250);
    assertThat(seconds.sum()).isEqualTo(1.5);
    assertThat(seconds.sizes()).isEqualTo(3);
    assertThat(seconds.bound(0)).isEqualTo(0.005);
  }

  @Test
  void takesLessThanNothingForNothing() {
    seconds.record(-40);
    assertThat(seconds.countUpTo(0)).isEqualTo(1);
    assertThat(seconds.sum()).isZero();
  }

  @Test
  void losesNothingThatManyThreadsRecordAtOnce() throws Exception {
    Together.run(
        4,
        thread -> {
          for (int i = 0; i < 10_000; i++) {
            seconds.record(i % 200);
          }
          return null;
        });
    assertThat(seconds.count()).isEqualTo(40_000);
    assertThat(seconds.countUpTo(1)).isEqualTo(40_000 * 101 / 200);
    assertThat(seconds.sum()).isEqualTo(4 * 50 * 19_900 / 1_000.0);
  }

  @Test
  void wantsBoundsThatAscend() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Histogram(1, 1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Histogram(1_000, 0.2, 0.1));
  }
}
