package com.petstoreapi.edge.store;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the database's schema up to date at start. */
public final class Migrations {
  private Migrations() {}

  /**
   * Runs what is missing of {@code db/migration}. Two nodes may do so at once: Flyway locks.
   *
   * @throws FlywayException when the database cannot be opened or a migration fails
   * @throws IllegalStateException when there is no migration at all, which is never right
   */
  public static void run(DataSource dataSource) {
    Flyway flyway =
        Flyway.configure(Migrations.class.getClassLoader())
            .dataSource(dataSource)
            .locations("classpath:db/migration")
            .load();
    flyway.migrate();
    if (flyway.info().applied().length == 0) {
      throw new IllegalStateException("no migrations were found in db/migration");
    }
  }
}
