package com.petstoreapi.notification.store;

import com.petstoreapi.notification.NotificationStream;
import com.petstoreapi.realtime.delivery.LiveStreams;
import com.petstoreapi.realtime.journal.Position;
import com.petstoreapi.realtime.journal.jdbc.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** How far each user has read the notifications. Goes forward only. */
@ApplicationScoped
public class ReadPositions {
  /** Counting stops here: nobody reads the number of a larger backlog. */
  private static final int MOST_UNREAD = 10_000;

  private static final String FIND = "SELECT seq FROM read_position WHERE user_id = ?";
  private static final String INSERT =
      "INSERT INTO read_position (user_id, seq) VALUES (?, ?) ON CONFLICT DO NOTHING";
  private static final String MOVE_ON =
      "UPDATE read_position SET seq = ? WHERE user_id = ? AND seq < ?";
  private static final String COUNT =
      "SELECT COUNT(*) FROM (SELECT 1 FROM event e JOIN stream s ON s.id = e.stream_id"
          + " WHERE s.name = ? AND e.seq > ? AND (e.audience = '' OR e.audience = ?) LIMIT ?) page";

  private final LiveStreams streams;
  private final Transactions transactions;
  private final DataSource dataSource;

  ReadPositions() {
    this(null, null, null);
  }

  @Inject
  public ReadPositions(LiveStreams streams, Transactions transactions, DataSource dataSource) {
    this.streams = streams;
    this.transactions = transactions;
    this.dataSource = dataSource;
  }

  /**
   * A user's read position.
   *
   * @param position before the first event when nothing was ever read
   * @param unread events after it that the user may see; 10,000 stands for any larger number
   */
  public record ReadPosition(Position position, int unread) {}

  /** The user's position as it is. */
  public ReadPosition get(String user) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      return find(connection, user);
    }
  }

  /** Moves the position on; a position before the present one changes nothing. */
  public void moveTo(String user, long seq) throws SQLException {
    transactions.inTransaction(
        connection -> insert(connection, user, seq) || moveOn(connection, user, seq));
  }

  private static boolean insert(Connection connection, String user, long seq) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setString(1, user);
      insert.setLong(2, seq);
      return insert.executeUpdate() == 1;
    }
  }

  private static boolean moveOn(Connection connection, String user, long seq) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(MOVE_ON)) {
      update.setLong(1, seq);
      update.setString(2, user);
      update.setLong(3, seq);
      return update.executeUpdate() == 1;
    }
  }

  private ReadPosition find(Connection connection, String user) throws SQLException {
    long seq;
    try (PreparedStatement select = connection.prepareStatement(FIND)) {
      select.setString(1, user);
      try (ResultSet row = select.executeQuery()) {
        seq = row.next() ? row.getLong(1) : 0;
      }
    }
    String epoch = streams.stream(NotificationStream.NAME).head().epoch();
    return new ReadPosition(new Position(seq, epoch), unread(connection, user, seq));
  }

  private static int unread(Connection connection, String user, long seq) throws SQLException {
    try (PreparedStatement count = connection.prepareStatement(COUNT)) {
      count.setString(1, NotificationStream.NAME);
      count.setLong(2, seq);
      count.setString(3, user);
      count.setInt(4, MOST_UNREAD);
      try (ResultSet row = count.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }
}
