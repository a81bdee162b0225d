package com.petstoreapi.realtime.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.petstoreapi.realtime.failure.CloseCause;
import com.petstoreapi.realtime.support.FakeOutlet;
import com.petstoreapi.realtime.support.Seeds;
import com.petstoreapi.realtime.support.Together;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LanesStressTest {
  private static final int WAKERS = 4;
  private static final int WAKES = 20_000;

  private final Lanes lanes =
      new Lanes(new LaneBounds(2, 100, Duration.ofHours(1)), WriterThreads.create());

  @AfterEach
  void stop() {
    lanes.close();
  }

  @Test
  void noWakeIsLostAndEachConnectionHasOneWriterAtATime() throws Exception {
    List<Client> clients = Stream.generate(Client::new).limit(16).toList();
    Together.run(
        WAKERS,
        thread -> {
          Random random = new Random(Seeds.one() * WAKERS + thread);
          for (int i = 0; i < WAKES; i++) {
            clients.get(random.nextInt(clients.size())).change();
            Thread.yield();
          }
          return null;
        });
    await().untilAsserted(() -> assertThat(clients).allMatch(Client::isUpToDate));
    assertThat(clients).noneMatch(client -> client.outlet.wasMisused());
    await().until(() -> lanes.stuckWriters() == 0);
  }

  @Test
  void aConnectionEndsOnceHoweverManyEndIt() throws Exception {
    for (int round = 0; round < 500; round++) {
      AtomicInteger closed = new AtomicInteger();
      FakeOutlet outlet = new FakeOutlet(LanesStressTest::failSometimes);
      Semaphore over = new Semaphore(0);
      Connection connection =
          lanes.connect(
              outlet,
              () -> {
                closed.incrementAndGet();
                over.release();
              });
      Together.run(
          3,
          thread -> {
            switch (thread) {
              case 0 -> connection.close(CloseCause.RESTART);
              case 1 -> connection.wake();
              default -> goSometimes(connection);
            }
            return null;
          });
      assertThat(over.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
      connection.wake();
      connection.gone();
      assertThat(closed).hasValue(1);
      assertThat(outlet.closes()).isLessThanOrEqualTo(1);
      assertThat(outlet.wasMisused()).isFalse();
    }
  }

  private static boolean failSometimes() throws IOException {
    if (ThreadLocalRandom.current().nextInt(3) == 0) {
      throw new IOException("reset by peer");
    }
    return ThreadLocalRandom.current().nextBoolean();
  }

  private static void goSometimes(Connection connection) {
    if (ThreadLocalRandom.current().nextBoolean()) {
      connection.gone();
    }
  }

  /** Knows a value that changes, and what of it was written. */
  private final class Client {
    private final AtomicInteger value = new AtomicInteger();
    private final FakeOutlet outlet = new FakeOutlet(this::write);
    private final Connection connection = lanes.connect(outlet, () -> {});
    private volatile int written;

    void change() {
      value.incrementAndGet();
      connection.wake();
    }

    boolean isUpToDate() {
      return written == value.get();
    }

    private boolean write() {
      int now = value.get();
      if (outlet.writes() % 50 == 1) {
        stayUntilALaneIsTakenAway();
      }
      written = now;
      return false;
    }

    private void stayUntilALaneIsTakenAway() {
      long before = lanes.handOvers();
      while (lanes.handOvers() == before) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
      }
    }
  }
}
