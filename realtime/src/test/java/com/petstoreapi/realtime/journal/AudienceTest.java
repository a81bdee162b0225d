package com.petstoreapi.realtime.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class AudienceTest {
  @Test
  void ofEveryoneAdmitsTheUnknownToo() {
    assertThat(Audience.EVERYONE.admits("ann")).isTrue();
    assertThat(Audience.EVERYONE.admits("")).isTrue();
  }

  @Test
  void ofOneAdmitsNobodyElse() {
    assertThat(Audience.only("ann").admits("ann")).isTrue();
    assertThat(Audience.only("ann").admits("anna")).isFalse();
    assertThat(Audience.only("ann").admits("")).isFalse();
  }

  /** Else a lost user id would make something private public. */
  @Test
  void ofOneNeedsAName() {
    assertThatIllegalArgumentException().isThrownBy(() -> Audience.only(""));
  }
}
