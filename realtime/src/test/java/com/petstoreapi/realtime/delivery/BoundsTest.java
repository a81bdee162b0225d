package com.petstoreapi.realtime.delivery;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BoundsTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void ofATailHoldAnEvent() {
    assertThatIllegalArgumentException().isThrownBy(() -> new TailBounds(0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new TailBounds(1, 0));
  }

  @Test
  void ofAWriterHoldACommand() {
    assertThatIllegalArgumentException().isThrownBy(() -> new WriterBounds(0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new WriterBounds(1, 0));
  }

  @Test
  void ofLanesHoldALaneAndAStuckWriterAndATime() {
    assertThatIllegalArgumentException().isThrownBy(() -> new LaneBounds(0, 1, SECOND));
    assertThatIllegalArgumentException().isThrownBy(() -> new LaneBounds(1, 0, SECOND));
    assertThatIllegalArgumentException().isThrownBy(() -> new LaneBounds(1, 1, Duration.ZERO));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LaneBounds(1, 1, Duration.ofSeconds(-1)));
  }
}
