package com.petstoreapi.realtime.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HeartbeatsTest {
  private final Heartbeats heartbeats = new Heartbeats();
  private final AtomicInteger beats = new AtomicInteger();

  @AfterEach
  void stop() {
    heartbeats.close();
  }

  @Test
  void goOnAlthoughOneFails() {
    for (int i = 0; i < 10; i++) {
      heartbeats.add(
          now -> {
            throw new IllegalStateException("ill");
          });
    }
    heartbeats.add(
        now -> {
          throw new StackOverflowError();
        });
    heartbeats.add(now -> beats.incrementAndGet());
    await().until(() -> beats.get() >= 2);
  }

  @Test
  void knowHowManyHaveOne() {
    Heartbeats.Pulse pulse = now -> {};
    heartbeats.add(pulse);
    heartbeats.add(pulse);
    assertThat(heartbeats.size()).isEqualTo(1);
    heartbeats.remove(pulse);
    assertThat(heartbeats.size()).isZero();
  }
}
