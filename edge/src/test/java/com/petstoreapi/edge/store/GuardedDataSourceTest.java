package com.petstoreapi.edge.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.petstoreapi.edge.support.Database;
import java.lang.reflect.InvocationHandler;
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
  private final GuardedDataSource guarded = guarded(500);
  private volatile boolean away;
  private volatile Runnable onReturn = () -> {};
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

  @Test
  void refusesNobodyForAConnectionThatFailedWhileItAsks() {
    hangs = new CountDownLatch(1);
    GuardedDataSource patient = guarded(60_000);
    patient.suspect();
    assertThat(patient.isAway()).isFalse();

    GuardedDataSource impatient = guarded(0);
    impatient.suspect();
    assertThat(impatient.isAway()).isTrue();
    hangs.countDown();
    await().until(() -> !impatient.isAway());
  }

  /** Nobody looks again: the one answer that is on its way has to do for both. */
  @Test
  void doesNotForgetWhoSuspectsItInTheLastMomentOfAQuestion() throws SQLException {
    CountDownLatch returned = new CountDownLatch(1);
    onReturn =
        () -> {
          onReturn = () -> {};
          guarded.suspect();
          returned.countDown();
        };
    guarded.look();
    await().until(() -> returned.getCount() == 0);
    guarded.getConnection().close();
  }

  private GuardedDataSource guarded(long patienceMillis) {
    return new GuardedDataSource(
        (DataSource) instead(DataSource.class, (proxy, method, arguments) -> connect()),
        ForkJoinPool.commonPool(),
        ANSWERS_WITHIN_MILLIS,
        patienceMillis);
  }

  private Object instead(Class<?> type, InvocationHandler handler) {
    return Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {type}, handler);
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
    Connection connection = real.getConnection();
    return (Connection)
        instead(
            Connection.class,
            (proxy, method, arguments) -> {
              if (method.getName().equals("close")) {
                onReturn.run();
              }
              return method.invoke(connection, arguments);
            });
  }

  private void assertRefused() {
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> guarded.getConnection())
        .satisfies(e -> assertThat(e.getSQLState()).isEqualTo("08001"));
  }
}
