package com.petstoreapi.edge.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the database's schema up to date at start. */
public final class Migrations {
  private static final ClassLoader FILES = Migrations.class.getClassLoader();

  private Migrations() {}

  /**
   * Runs what is missing of {@code db/migration}, and of the folder beside it that bears the
   * database's name, if there is one: {@code db/postgresql}. Two nodes may do so at once: Flyway
   * locks.
   *
   * @throws FlywayException when the database cannot be opened or a migration fails
   * @throws IllegalStateException when there is no migration at all, which is never right
   */
  public static void run(DataSource dataSource) {
    Flyway flyway =
        Flyway.configure(FILES).dataSource(dataSource).locations(folders(dataSource)).load();
    flyway.migrate();
    if (flyway.info().applied().length == 0) {
      throw new IllegalStateException("no migrations were found in db/migration");
    }
  }

  private static String[] folders(DataSource dataSource) {
    return Stream.of("db/migration", "db/" + product(dataSource))
        .filter(folder -> FILES.getResource(folder) != null)
        .map(folder -> "classpath:" + folder)
        .toArray(String[]::new);
  }

  private static String product(DataSource dataSource) {
    try (Connection connection = dataSource.getConnection()) {
      return connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
    } catch (SQLException e) {
      throw new FlywayException("the database cannot be opened", e);
    }
  }
}
