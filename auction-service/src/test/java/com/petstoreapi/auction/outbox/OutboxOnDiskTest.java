package com.petstoreapi.auction.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.petstoreapi.edge.store.Migrations;
import com.petstoreapi.realtime.journal.jdbc.JdbcTransactions;
import com.petstoreapi.realtime.value.Uuid7;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * H2 shows a commit before it has written it. Whoever is told of it by then is told of something
 * that may never have been, should the process be killed in between.
 */
class OutboxOnDiskTest {
  private static final String PARCEL =
      "INSERT INTO outbox (id, at, type, audience, data)"
          + " VALUES ('p-1', CURRENT_TIMESTAMP, 'outbid', 'ann', '{}')";

  @TempDir private static Path directory;

  private JdbcDataSource database;
  private Connection open;
  private Outbox outbox;
  private ReentrantLock writing;

  @BeforeEach
  void openDatabase() throws Exception {
    database = new JdbcDataSource();
    database.setURL(
        "jdbc:h2:file:%s;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;WRITE_DELAY=0"
            .formatted(directory.resolve("petstore")));
    open = database.getConnection();
    Migrations.run(database);
    outbox = new Outbox(new JdbcTransactions(database), new Uuid7(Clock.systemUTC()));
    makeRoomForTransactions();
    writing = lockOfTheFile();
  }

  /** Each that runs beside others for the first time takes the lock to make itself a log. */
  private void makeRoomForTransactions() throws SQLException {
    List<Connection> connections = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Connection connection = database.getConnection();
      connections.add(connection);
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute(PARCEL.replace("p-1", "other-" + i));
      }
    }
    for (Connection connection : connections) {
      connection.rollback();
      connection.setAutoCommit(true);
      connection.close();
    }
  }

  @AfterEach
  void closeDatabase() throws SQLException {
    open.close();
  }

  @Test
  void nothingIsTakenOutThatIsNotWrittenYet() {
    CompletableFuture<Void> commit;
    CompletableFuture<List<Parcel>> first;
    writing.lock();
    try {
      commit = CompletableFuture.runAsync(this::putIn);
      await("the commit is seen").until(this::isSeen);
      first = CompletableFuture.supplyAsync(() -> outbox.first(10));
      await("it waits for the file").until(writing::hasQueuedThreads);
      await().during(Duration.ofMillis(200)).until(() -> !first.isDone());
      assertThat(commit).isNotDone();
    } finally {
      writing.unlock();
    }
    assertThat(first.join()).extracting(Parcel::id).containsExactly("p-1");
    commit.join();
  }

  private void putIn() {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(PARCEL);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean isSeen() throws SQLException {
    try (Statement statement = open.createStatement();
        ResultSet rows = statement.executeQuery("SELECT 1 FROM outbox WHERE id = 'p-1'")) {
      return rows.next();
    }
  }

  /** Held by whoever writes a commit to the file. */
  private ReentrantLock lockOfTheFile() throws Exception {
    try (Connection connection = database.getConnection()) {
      SessionLocal session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
      MVStore store = session.getDatabase().getStore().getMvStore();
      Field lock = MVStore.class.getDeclaredField("storeLock");
      lock.setAccessible(true);
      return (ReentrantLock) lock.get(store);
    }
  }
}
