package com.petstoreapi.edge.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.edge.support.MutableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReturningTest {
  private final MutableClock clock = new MutableClock();
  private final Returning returning = new Returning(clock);

  @Test
  void keepsAPlaceForEachConnectionThatWasLost() {
    returning.left("ann");
    returning.left("ann");
    assertThat(returning.take("ann")).isTrue();
    assertThat(returning.take("ann")).isTrue();
    assertThat(returning.take("ann")).isFalse();
    assertThat(returning.take("bob")).isFalse();
  }

  @Test
  void keepsItForAMinute() {
    returning.left("ann");
    clock.advance(Duration.ofSeconds(59));
    returning.left("bob");
    clock.advance(Duration.ofSeconds(1));
    assertThat(returning.take("ann")).isFalse();
    assertThat(returning.take("bob")).isTrue();
  }

  @Test
  void forgetsWhoLeftFirstWhenTooManyHaveLeft() {
    for (int i = 0; i < 10_001; i++) {
      returning.left("user-" + i);
    }
    assertThat(returning.take("user-0")).isFalse();
    assertThat(returning.take("user-9999")).isTrue();
    assertThat(returning.take("user-10000")).isTrue();
  }
}
