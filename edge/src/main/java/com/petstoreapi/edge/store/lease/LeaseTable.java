package com.petstoreapi.edge.store.lease;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Table {@code lease}: who does what, by the database's clock. */
final class LeaseTable {
  private static final String RENEW =
      "UPDATE lease SET owner = ?, renewed_at = CURRENT_TIMESTAMP WHERE name = ?"
          + (" AND (owner = ? OR renewed_at < CURRENT_TIMESTAMP - INTERVAL '"
              + Lease.TERM.toSeconds()
              + "' SECOND)");
  private static final String BEGIN =
      "INSERT INTO lease (name, owner, renewed_at) VALUES (?, ?, CURRENT_TIMESTAMP)"
          + " ON CONFLICT DO NOTHING";
  private static final String GIVE_UP = "DELETE FROM lease WHERE owner = ?";

  private final String node;

  LeaseTable(String node) {
    this.node = node;
  }

  /** Takes the lease or keeps it; false while another node has it. */
  boolean take(Connection connection, String name) throws SQLException {
    return update(connection, RENEW, node, name, node) || update(connection, BEGIN, name, node);
  }

  /** Returns whether there were any. */
  boolean giveUp(Connection connection) throws SQLException {
    return update(connection, GIVE_UP, node);
  }

  private static boolean update(Connection connection, String sql, String... parameters)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        update.setString(i + 1, parameters[i]);
      }
      return update.executeUpdate() > 0;
    }
  }
}
