package com.petstoreapi.edge.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class LifetimeTest {
  private static final Instant END = Instant.parse("2030-01-01T12:00:00Z");

  private final Lifetime lifetime = new Lifetime(END);

  @Test
  void warnsOnceHalfAMinuteAhead() {
    assertThat(lifetime.takeWarning(END.minusMillis(30_001))).isFalse();
    assertThat(lifetime.takeWarning(END.minusMillis(30_000))).isTrue();
    assertThat(lifetime.takeWarning(END.minusMillis(29_000))).isFalse();
  }

  @Test
  void isOverWithTheToken() {
    assertThat(lifetime.isOver(END.minusMillis(1))).isFalse();
    assertThat(lifetime.isOver(END)).isTrue();
  }

  @Test
  void goesOnWithANewerTokenAndWarnsOfItsEnd() {
    lifetime.takeWarning(END);
    lifetime.renew(END.plusSeconds(600));
    assertThat(lifetime.isOver(END)).isFalse();
    assertThat(lifetime.takeWarning(END)).isFalse();
    assertThat(lifetime.takeWarning(END.plusSeconds(571))).isTrue();
    assertThat(lifetime.expiresAt()).isEqualTo(END.plusSeconds(600));
  }
}
