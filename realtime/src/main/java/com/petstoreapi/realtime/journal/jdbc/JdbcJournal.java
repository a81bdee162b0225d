package com.petstoreapi.realtime.journal.jdbc;

import com.petstoreapi.realtime.journal.Commit;
import com.petstoreapi.realtime.journal.Event;
import com.petstoreapi.realtime.journal.Head;
import com.petstoreapi.realtime.journal.Journal;
import com.petstoreapi.realtime.journal.JournalUnavailable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;

/**
 * A journal in two tables, {@code stream} and {@code event}, of H2 or PostgreSQL. The tables come
 * from each service's migrations; the lock on a stream is the lock on its row in {@code stream}.
 */
public final class JdbcJournal implements Journal {
  /** What a transaction has left. */
  private record Appended(Commit commit, List<Event> events) {}

  private final DataSource dataSource;
  private final Transactions transactions;
  private final DatabaseClock clock;
  private final BooleanSupplier away;
  private final StreamTable streams = new StreamTable();
  private final EventTable events = new EventTable();

  /**
   * @param dataSource for reading
   * @param transactions for writing
   * @param clock the process's clock, used where the database is embedded in the process
   */
  public JdbcJournal(DataSource dataSource, Transactions transactions, Clock clock) {
    this(dataSource, transactions, clock, () -> false);
  }

  /**
   * @param away tells whether the database is known to be away; must not block
   */
  public JdbcJournal(
      DataSource dataSource, Transactions transactions, Clock clock, BooleanSupplier away) {
    this.away = away;
    this.dataSource = dataSource;
    this.transactions = transactions;
    this.clock = new DatabaseClock(clock);
  }

  @Override
  public boolean isAway() {
    return away.getAsBoolean();
  }

  @Override
  public boolean isShared() {
    return reading(DatabaseClock::isPostgres);
  }

  @Override
  public Optional<Head> head(String stream) {
    return reading(connection -> streams.find(connection, stream)).map(StreamTable.Row::head);
  }

  @Override
  public Map<String, Head> heads(Collection<String> names) {
    return reading(connection -> streams.heads(connection, List.copyOf(names)));
  }

  @Override
  public Head open(String stream) {
    return head(stream).orElseGet(() -> begin(stream));
  }

  @Override
  public List<Event> read(String stream, long after, int limit) {
    return reading(connection -> events.read(connection, stream, after, limit));
  }

  @Override
  public List<Event> append(String stream, Work work) {
    try {
      Appended appended =
          transactions.inTransaction(connection -> append(connection, stream, work));
      appended.commit().committed();
      return appended.events();
    } catch (SQLException e) {
      throw ConnectionFailures.isOne(e)
          ? new JournalUnavailable("the database went away", e)
          : new IllegalStateException("cannot append to stream " + stream, e);
    } catch (IllegalStateException e) {
      // What a command threw: it cannot throw SQLException through Work.
      throw e.getCause() instanceof SQLException cause && ConnectionFailures.isOne(cause)
          ? new JournalUnavailable("the database went away", e)
          : e;
    }
  }

  private Appended append(Connection connection, String stream, Work work) throws SQLException {
    StreamTable.Locked locked = streams.lock(connection, stream, clock);
    StreamTable.Row row = locked.row();
    Commit commit = new Commit(connection, row.head(), locked.now());
    work.run(commit);
    commit.flush();
    List<Event> appended = events.insert(connection, row, commit);
    if (!appended.isEmpty()) {
      streams.moveHead(connection, row.id(), commit.position().seq());
    }
    return new Appended(commit, appended);
  }

  private Head begin(String stream) {
    try {
      return transactions.inTransaction(connection -> streams.lock(connection, stream).head());
    } catch (SQLException e) {
      throw new JournalUnavailable("cannot begin stream " + stream, e);
    }
  }

  private <T> T reading(Transactions.Work<T> work) {
    try (Connection connection = dataSource.getConnection()) {
      return work.run(connection);
    } catch (SQLException e) {
      throw new JournalUnavailable("cannot read the journal", e);
    }
  }
}
