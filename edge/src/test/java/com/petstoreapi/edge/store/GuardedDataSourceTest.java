package com.petstoreapi.edge.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.petstoreapi.edge.support.Database;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GuardedDataSourceTest {
  private static final long ANSWERS_WITHIN_MILLIS = 100;

  private final DataSource real = Database.create(Clock.systemUTC()).dataSource();
  private final AtomicInteger asked = new AtomicInteger();
  private final GuardedDataSource guarded =
      new GuardedDataSource(
          (DataSource)
              Proxy.newProxyInstance(
                  getClass().getClassLoader(),
                  new Class<?>[] {DataSource.class},
                  (proxy, method, arguments) -> connect()),
          ForkJoinPool.commonPool(),
          ANSWERS_WITHIN_MILLIS);
  private volatile boolean away;
  private volatile CountDownLatch hangs = new CountDownLatch(0);

  @AfterEach
  void nobodyHangs() {
    hangs.countDown();
  }

  @Test
  void givesOutConnectionsOfADatabaseThatIsThere() throws SQLException {
    guarded.getConnection().close();
    assertThat(guarded.isAway()).isFalse();
  }

  @Test
  void doesNotAskADatabaseThatIsAwayForEachWhoComes() {
    goAway();
    int before = asked.get();
    for (int i = 0; i < 1_000; i++) {
      assertRefused();
    }
    assertThat(asked.get()).isEqualTo(before);
  }

  @Test
  void findsOutThatItIsBack() throws SQLException {
    goAway();
    away = false;
    await()
        .until(
            () -> {
              guarded.look();
              return !guarded.isAway();
            });
    guarded.getConnection().close();
  }

  @Test
  void takesOneThatDoesNotAnswerForAwayAndLetsNobodyWait() {
    hangs = new CountDownLatch(1);
    await()
        .until(
            () -> {
              guarded.look();
              return guarded.isAway();
            });
    int before = asked.get();
    for (int i = 0; i < 10; i++) {
      guarded.look();
      assertRefused();
    }
    assertThat(asked.get()).isEqualTo(before);
    hangs.countDown();
    await().until(() -> !guarded.isAway());
  }

  @Test
  void asksWhenAConnectionHasFailed() throws SQLException {
    guarded.suspect();
    guarded.getConnection().close();
    assertThat(guarded.isAway()).isFalse();
    assertThat(asked.get()).isEqualTo(2);
  }

  private void goAway() {
    away = true;
    assertRefused();
    await().until(() -> asked.get() > 1);
  }

  private Connection connect() throws Exception {
    asked.incrementAndGet();
    hangs.await();
    if (away) {
      throw new SQLException("nobody listens", "08001");
    }
    return real.getConnection();
  }

  private void assertRefused() {
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> guarded.getConnection())
        .satisfies(e -> assertThat(e.getSQLState()).isEqualTo("08001"));
  }
}
