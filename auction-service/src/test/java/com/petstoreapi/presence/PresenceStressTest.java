package com.petstoreapi.presence;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.presence.support.SomeNodes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PresenceStressTest {
  private static final int THREADS = 8;
  private static final int VISITS = 5_000;

  @Test
  void whoeverComesAndGoesAtOnceInTheEndNobodyIsLeft() throws Exception {
    AtomicLong nanos = new AtomicLong();
    Presence presence = new Presence(SomeNodes.AS_SHIPPED, "one", Neighbours.NONE, nanos::get);
    AtomicBoolean over = new AtomicBoolean();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS + 1);
    try {
      Future<?> rounds =
          threads.submit(
              () -> {
                while (!over.get()) {
                  nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(200));
                  presence.round();
                }
              });
      List<Future<?>> visitors = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        Random dice = new Random(i);
        visitors.add(threads.submit(() -> comeAndGo(presence, dice)));
      }
      for (Future<?> visitor : visitors) {
        visitor.get(60, TimeUnit.SECONDS);
      }
      over.set(true);
      rounds.get(60, TimeUnit.SECONDS);
    } finally {
      threads.shutdownNow();
    }
    nanos.addAndGet(Duration.ofSeconds(11).toNanos());
    presence.round();
    assertThat(presence.people()).isZero();
    assertThat(presence.places()).isZero();
  }

  private static void comeAndGo(Presence presence, Random dice) {
    for (int i = 0; i < VISITS; i++) {
      String place = "auction/" + dice.nextInt(5);
      String user = "user-" + dice.nextInt(20);
      Stay stay = presence.enter(place, user);
      PresenceFeed feed = presence.follow(place, () -> {});
      assertThat(feed.take()).isPresent();
      assertThat(presence.of(place).isHere(user)).isTrue();
      feed.take();
      feed.close();
      stay.leave();
    }
  }
}
