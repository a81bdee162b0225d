package com.petstoreapi.socket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PingsTest {
  private final Pings pings = new Pings(25, 10, 0);

  @Test
  void areDueNowAndThen() {
    assertThat(pings.isDue(24)).isFalse();
    assertThat(pings.isDue(25)).isTrue();
    pings.sent(26);
    pings.answered();
    assertThat(pings.isDue(50)).isFalse();
    assertThat(pings.isDue(51)).isTrue();
  }

  @Test
  void areAnsweredOrOverdue() {
    pings.sent(25);
    assertThat(pings.isOverdue(34)).isFalse();
    assertThat(pings.isOverdue(35)).isTrue();
    pings.answered();
    assertThat(pings.isOverdue(99)).isFalse();
  }

  @Test
  void areNotDueAgainBeforeTheAnswer() {
    pings.sent(25);
    assertThat(pings.isDue(60)).isFalse();
  }
}
