package com.petstoreapi.realtime.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RefusalTest {
  @Test
  void bearsNoStackTrace() {
    assertThat(Refusal.invalid("amount must be a number").getStackTrace()).isEmpty();
  }

  @Test
  void keepsItsMembersWhateverTheirMakerDoesLater() {
    Map<String, Object> members = new HashMap<>(Map.of("minimumBid", 600));
    Refusal refusal = new Refusal(ErrorCode.TOO_LOW, "bid more", members);
    members.clear();
    assertThat(refusal.members()).containsEntry("minimumBid", 600);
  }

  @Test
  void saysWhenToTryAgainWhereThatHelps() {
    Refusal refusal = Refusal.unavailable("busy");
    assertThat(refusal.code().retryable()).isTrue();
    assertThat(refusal.members()).containsKey("retryAfterSeconds");
  }
}
