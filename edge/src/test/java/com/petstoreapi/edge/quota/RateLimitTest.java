package com.petstoreapi.edge.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import org.junit.jupiter.api.Test;

class RateLimitTest {
  private final RateLimit limit = new RateLimit(1, 3);

  @Test
  void letsABurstPassAndRefusesWhatIsAbove() {
    for (int i = 0; i < 3; i++) {
      limit.pass("ann");
    }
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> limit.pass("ann"));
    assertThat(refusal.code()).isEqualTo(ErrorCode.RATE_LIMITED);
    assertThat(refusal.members()).containsEntry("retryAfterSeconds", 1);
    assertThat(limit.refused()).isEqualTo(1);
  }

  @Test
  void countsEachForHimself() {
    catchThrowableOfType(Refusal.class, () -> flood("ann"));
    limit.pass("bob");
  }

  @Test
  void forgetsWhoHasNotComeForAWhileAndNobodyElse() {
    RateLimit quick = new RateLimit(1_000_000_000, 1);
    quick.pass("ann");
    quick.sweep();
    assertThat(quick.size()).isZero();
    catchThrowableOfType(Refusal.class, () -> flood("bob"));
    limit.sweep();
    assertThat(limit.size()).isEqualTo(1);
  }

  private void flood(String who) {
    for (int i = 0; i < 100; i++) {
      limit.pass(who);
    }
  }
}
