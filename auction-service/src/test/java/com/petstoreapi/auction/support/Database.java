package com.petstoreapi.auction.support;

import com.petstoreapi.edge.store.Migrations;
import com.petstoreapi.realtime.journal.Journal;
import com.petstoreapi.realtime.journal.jdbc.JdbcJournal;
import com.petstoreapi.realtime.journal.jdbc.JdbcTransactions;
import com.petstoreapi.realtime.journal.jdbc.Transactions;
import java.time.Clock;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** An empty database with the service's own schema. */
public final class Database {
  private static int count;

  private final JdbcDataSource dataSource = new JdbcDataSource();

  private Database(String name) {
    dataSource.setURL(
        "jdbc:h2:mem:"
            + name
            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
            + ";DB_CLOSE_DELAY=-1");
  }

  public static synchronized Database empty() {
    Database database = new Database("auctions-" + ++count);
    Migrations.run(database.dataSource);
    return database;
  }

  public DataSource dataSource() {
    return dataSource;
  }

  public Transactions transactions() {
    return new JdbcTransactions(dataSource);
  }

  public Journal journal(Clock clock) {
    return new JdbcJournal(dataSource, transactions(), clock);
  }
}
