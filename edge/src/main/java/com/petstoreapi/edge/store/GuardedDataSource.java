package com.petstoreapi.edge.store;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * The database, or at once an {@link SQLTransientConnectionException} while it is known to be away.
 * It is asked for a sign of life now and then, and whenever something has failed; so nobody waits
 * for a database that does not answer, and a second after it is back, so is this.
 */
public final class GuardedDataSource implements DataSource {
  private static final System.Logger LOG = System.getLogger(GuardedDataSource.class.getName());

  /** How long it may be unknown what a failure means before it is taken for the worst. */
  private static final long PATIENCE_MILLIS = 500;

  private static final long ANSWERS_WITHIN_MILLIS = 5_000;

  private final DataSource database;
  private final Executor executor;
  private final long answersWithinNanos;
  private final CircuitBreaker breaker;
  private final AtomicReference<Long> askedAt = new AtomicReference<>();

  /**
   * @param executor asks; one task at a time, which may block
   */
  public GuardedDataSource(DataSource database, Executor executor) {
    this(database, executor, ANSWERS_WITHIN_MILLIS, PATIENCE_MILLIS);
  }

  GuardedDataSource(
      DataSource database, Executor executor, long answersWithinMillis, long patienceMillis) {
    this.database = database;
    this.executor = executor;
    this.answersWithinNanos = TimeUnit.MILLISECONDS.toNanos(answersWithinMillis);
    this.breaker = new CircuitBreaker(patienceMillis);
  }

  @Override
  public Connection getConnection() throws SQLException {
    if (!breaker.isClosed() && !turnsOutToBeThere()) {
      throw new SQLTransientConnectionException("the database is away", "08001");
    }
    try {
      return database.getConnection();
    } catch (SQLException e) {
      suspect();
      throw e;
    }
  }

  /**
   * Whether it is known to be away, or has been suspected for too long. One connection that failed
   * makes nobody else fail while the question is on its way.
   */
  public boolean isAway() {
    return breaker.isOpen();
  }

  /** Asks for a sign of life. To be called about once a second; does not block. */
  public void look() {
    long now = System.nanoTime();
    if (askedAt.compareAndSet(null, now)) {
      beginToAsk();
      return;
    }
    Long asked = askedAt.get();
    if (asked != null && now - asked > answersWithinNanos) {
      noteAway("it does not answer");
    }
  }

  private void beginToAsk() {
    try {
      executor.execute(this::ask);
    } catch (RuntimeException | OutOfMemoryError e) { // no thread is to be had: nothing is known
      LOG.log(System.Logger.Level.DEBUG, "the database could not be asked", e);
      askedAt.set(null);
    }
  }

  /** A connection has failed in somebody's hands, or could not be had: it is found out. */
  void suspect() {
    if (breaker.suspect()) {
      look();
    }
  }

  private boolean turnsOutToBeThere() {
    try {
      return breaker.awaitClosed();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Who suspects it meanwhile gets this answer too, or asks anew: hence the order at the end. */
  private void ask() {
    SQLException failure = failureOfAQuestion();
    askedAt.set(null);
    if (failure != null) {
      noteAway(failure.getMessage());
    } else if (breaker.close()) {
      LOG.log(System.Logger.Level.INFO, "the database answers");
    }
  }

  /** A pool may give out a connection that it has from before: only a question tells. */
  private SQLException failureOfAQuestion() {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT 1");
      return null;
    } catch (SQLException e) {
      return e;
    } catch (RuntimeException e) {
      return new SQLException(e.getMessage(), e);
    }
  }

  private void noteAway(String why) {
    if (breaker.open()) {
      LOG.log(System.Logger.Level.WARNING, "the database is away: {0}", why);
    }
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException("the user is configured");
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    return database.getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter writer) throws SQLException {
    database.setLogWriter(writer);
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    database.setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return database.getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    return database.getParentLogger();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return database.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return database.isWrapperFor(type);
  }
}
