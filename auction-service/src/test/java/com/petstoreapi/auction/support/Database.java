package com.petstoreapi.auction.support;

import com.petstoreapi.edge.store.Migrations;
import com.petstoreapi.realtime.journal.Journal;
import com.petstoreapi.realtime.journal.jdbc.JdbcJournal;
import com.petstoreapi.realtime.journal.jdbc.JdbcTransactions;
import com.petstoreapi.realtime.journal.jdbc.Transactions;
import java.time.Clock;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
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

  public static Database empty() {
    Database database = named();
    database.migrate();
    return database;
  }

  /** One with an earlier schema. */
  public static Database at(String version) {
    Database database = named();
    Flyway.configure().dataSource(database.dataSource).target(version).load().migrate();
    return database;
  }

  private static synchronized Database named() {
    return new Database("auctions-" + ++count);
  }

  /** Brings the schema up to date. */
  public void migrate() {
    Migrations.run(dataSource);
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
