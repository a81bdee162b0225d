package com.petstoreapi.realtime.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.petstoreapi.realtime.failure.CloseCause;
import com.petstoreapi.realtime.support.FakeOutlet;
import com.petstoreapi.realtime.support.StuckOutlet;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One lane, so that everybody would wait for everybody. */
class LanesTest {
  private static final Duration NEVER = Duration.ofHours(1);
  private static final Duration SOON = Duration.ofMillis(100);

  private final ThreadPoolExecutor threads = (ThreadPoolExecutor) WriterThreads.create();
  private final AtomicInteger closed = new AtomicInteger();
  private Lanes lanes;

  @AfterEach
  void stop() {
    lanes.close();
  }

  @Test
  void aClientThatDoesNotReadDelaysNobody() throws InterruptedException {
    lanes = oneLane(100, NEVER);
    StuckOutlet stuck = connectStuck();
    for (int i = 0; i < 20; i++) {
      assertIsServed();
    }
    await().until(() -> lanes.stuckWriters() == 1);
    assertThat(lanes.handOvers()).isPositive();
    assertThat(stuck.closes()).isZero();
  }

  @Test
  void manyClientsThatDoNotReadDelayNobody() throws InterruptedException {
    lanes = oneLane(100, NEVER);
    for (int i = 0; i < 10; i++) {
      connectStuck();
    }
    assertIsServed();
    await().until(() -> lanes.stuckWriters() == 10);
  }

  @Test
  void aClientThatReadsAgainKeepsItsConnection() throws InterruptedException {
    lanes = oneLane(100, NEVER);
    StuckOutlet outlet = new StuckOutlet();
    Connection connection = connect(outlet);
    await().until(() -> lanes.stuckWriters() == 1);
    assertThat(lanes.stuckWriters(Carrier.SSE)).isEqualTo(1);
    assertThat(lanes.stuckWriters(Carrier.WEBSOCKET)).isZero();
    outlet.read();
    await().until(() -> lanes.stuckWriters() == 0);
    await().until(() -> threads.getActiveCount() == 1); // the owner
    connection.wake();
    await().until(() -> outlet.writes() == 2);
    assertThat(connection.isOpen()).isTrue();
  }

  @Test
  void aStuckConnectionIsCutAfterTheDeadlineAndItsThreadComesFree() throws InterruptedException {
    lanes = oneLane(100, SOON);
    StuckOutlet outlet = new StuckOutlet();
    Connection connection = connect(outlet);
    await().until(() -> closed.get() == 1);
    await().until(() -> lanes.stuckWriters() == 0);
    await().until(() -> threads.getActiveCount() == 1);
    assertThat(outlet.closes()).isEqualTo(1);
    assertThat(outlet.closedWith()).isEqualTo(CloseCause.TOO_SLOW);
    assertThat(connection.closeCause()).isEqualTo(CloseCause.TOO_SLOW);
    assertThat(lanes.cutConnections()).isEqualTo(1);
  }

  @Test
  void aWriterWhomAnInterruptDoesNotFreeIsReleased() {
    lanes = oneLane(100, SOON);
    FakeOutlet outlet = deafUntilReleased();
    connect(outlet);
    await().until(() -> closed.get() == 1);
    await().until(() -> threads.getActiveCount() == 1);
    assertThat(outlet.closedWith()).isEqualTo(CloseCause.TOO_SLOW);
  }

  @Test
  void aWriterWhoseConnectionIsLostMeanwhileIsReleasedAtOnce() {
    lanes = oneLane(100, NEVER);
    Connection connection = connect(deafUntilReleased());
    await().until(() -> lanes.stuckWriters() == 1);
    connection.gone();
    await().until(() -> threads.getActiveCount() == 1);
    await().until(() -> lanes.stuckWriters() == 0);
    assertThat(closed.get()).isEqualTo(1);
    assertThat(lanes.cutConnections()).isZero();
  }

  @Test
  void aCloseThatHangsIsInterruptedToo() {
    lanes = oneLane(100, SOON);
    StuckOutlet hanging = new StuckOutlet();
    FakeOutlet outlet =
        new FakeOutlet() {
          @Override
          public void close(CloseCause cause) {
            try {
              hanging.write();
            } catch (java.io.IOException e) {
              throw new java.io.UncheckedIOException(e);
            }
          }
        };
    connect(outlet).close(CloseCause.RESTART);
    await().until(() -> closed.get() == 1);
    await().until(() -> threads.getActiveCount() == 1);
    assertThat(hanging.writes()).isEqualTo(1);
  }

  @Test
  void aboveTheCapTheLongestStuckIsCut() throws InterruptedException {
    lanes = oneLane(2, NEVER);
    StuckOutlet first = connectStuck();
    StuckOutlet second = connectStuck();
    StuckOutlet third = connectStuck(); // it has the lane's owner, and there is no thread to spare
    assertIsServed();
    await().until(() -> first.closes() == 1); // others are served while its writer ends it
    assertThat(first.closedWith()).isEqualTo(CloseCause.TOO_SLOW);
    assertThat(second.closes() + third.closes()).isZero();
    assertThat(lanes.stuckWriters()).isLessThanOrEqualTo(2);
  }

  @Test
  void whoIsCutMayTakeAMomentToComeOutBeforeTheNextIsCut() throws InterruptedException {
    lanes = oneLane(2, NEVER);
    CountDownLatch interrupted = new CountDownLatch(1);
    CountDownLatch out = new CountDownLatch(1);
    connect(
        new FakeOutlet(
            () -> {
              awaitUninterruptibly(interrupted, out);
              return false;
            }));
    await().until(() -> lanes.stuckWriters() == 1);
    StuckOutlet second = connectStuck();
    StuckOutlet third = connectStuck();
    assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
    // For many ticks, but less than the second that it is waited for:
    await().during(Duration.ofMillis(200)).until(() -> second.closes() + third.closes() == 0);
    out.countDown();
    assertIsServed();
    await().until(() -> closed.get() == 1);
    assertThat(second.closes() + third.closes()).isZero();
  }

  private static void awaitUninterruptibly(CountDownLatch interrupted, CountDownLatch out) {
    while (out.getCount() > 0) {
      try {
        out.await();
      } catch (InterruptedException e) {
        interrupted.countDown();
      }
    }
  }

  @Test
  void aConnectionThatAlwaysHasMoreStarvesNobody() throws InterruptedException {
    lanes = oneLane(100, NEVER);
    AtomicBoolean more = new AtomicBoolean(true);
    connect(new FakeOutlet(more::get));
    for (int i = 0; i < 100; i++) {
      assertIsServed();
    }
    more.set(false);
  }

  @Test
  void aTransportThatFailsTakesNobodyWithIt() throws InterruptedException {
    lanes = oneLane(100, NEVER);
    connect(
        new FakeOutlet(
            () -> {
              throw new NoClassDefFoundError("half deployed");
            }));
    assertIsServed();
    await().until(() -> closed.get() == 1);
  }

  @Test
  void theWatchdogTellsThatItIsAlive() {
    lanes = oneLane(1, NEVER);
    assertThat(lanes.alive()).isTrue();
  }

  @Test
  void noThreadIsLeftAfterTheEnd() throws InterruptedException {
    lanes = oneLane(100, NEVER);
    connectStuck();
    assertIsServed();
    lanes.close();
    assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
  }

  private Lanes oneLane(int maxStuck, Duration deadline) {
    return new Lanes(new LaneBounds(1, maxStuck, deadline), threads);
  }

  private Connection connect(FakeOutlet outlet) {
    Connection connection = lanes.connect(outlet, closed::incrementAndGet);
    connection.wake();
    return connection;
  }

  private StuckOutlet connectStuck() throws InterruptedException {
    StuckOutlet outlet = new StuckOutlet();
    connect(outlet);
    assertThat(outlet.stuck().await(10, TimeUnit.SECONDS)).isTrue();
    return outlet;
  }

  private void assertIsServed() throws InterruptedException {
    Semaphore written = new Semaphore(0);
    connect(
        new FakeOutlet(
            () -> {
              written.release();
              return false;
            }));
    assertThat(written.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
  }

  private static FakeOutlet deafUntilReleased() {
    Semaphore released = new Semaphore(0);
    return new FakeOutlet(
        () -> {
          released.acquireUninterruptibly();
          return false;
        }) {
      @Override
      public void release() {
        released.release();
      }
    };
  }
}
