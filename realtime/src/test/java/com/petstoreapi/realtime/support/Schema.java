package com.petstoreapi.realtime.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/** The journal's tables, and an H2 in memory to hold them. */
public final class Schema {
  private static final String H2 =
      "jdbc:h2:mem:%s;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
          + ";DB_CLOSE_DELAY=-1";

  private Schema() {}

  /** A fresh database of that name, with the tables. */
  public static DataSource h2(String name) {
    JdbcConnectionPool pool = JdbcConnectionPool.create(H2.formatted(name), "sa", "");
    pool.setMaxConnections(30);
    createIn(pool);
    return pool;
  }

  public static void createIn(DataSource dataSource) {
    try (InputStream script = Schema.class.getResourceAsStream("/schema.sql");
        Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException("cannot create the tables", e);
    }
  }
}
