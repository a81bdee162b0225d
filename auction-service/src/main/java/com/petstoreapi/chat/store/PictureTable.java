package com.petstoreapi.chat.store;

import com.petstoreapi.chat.Picture;
import com.petstoreapi.chat.StoredPicture;
import com.petstoreapi.edge.store.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Table {@code chat_attachment}. */
final class PictureTable {
  private static final String INSERT =
      "INSERT INTO chat_attachment (room_id, id, content_type, seq, content)"
          + " VALUES (?, ?, ?, ?, ?)";
  private static final String FIND =
      "SELECT id, content_type, content FROM chat_attachment WHERE room_id = ? AND id = ?";
  private static final String COUNT =
      "SELECT COUNT(*) AS pictures FROM chat_attachment WHERE room_id = ?";

  /** Begins with the streams, of which few have forgotten anything: most pictures stay. */
  private static final String FORGET =
      "DELETE FROM chat_attachment WHERE (room_id, id) IN (SELECT a.room_id, a.id"
          + " FROM stream s JOIN chat_attachment a"
          + " ON a.room_id = SUBSTRING(s.name FROM 6) AND a.seq < s.oldest"
          + " WHERE s.name LIKE 'chat/%' AND s.oldest > 1 LIMIT ?)";

  void insert(Connection connection, String roomId, StoredPicture picture, long seq)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setString(1, roomId);
      insert.setString(2, picture.picture().id());
      insert.setString(3, picture.picture().contentType());
      insert.setLong(4, seq);
      insert.setBytes(5, picture.content());
      insert.executeUpdate();
    }
  }

  Optional<StoredPicture> find(Connection connection, String roomId, String id)
      throws SQLException {
    return Rows.read(connection, FIND, PictureTable::picture, roomId, id).stream().findFirst();
  }

  int count(Connection connection, String roomId) throws SQLException {
    return Rows.read(connection, COUNT, row -> row.getInt("pictures"), roomId).get(0);
  }

  int forget(Connection connection, int most) throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(FORGET)) {
      delete.setInt(1, most);
      return delete.executeUpdate();
    }
  }

  private static StoredPicture picture(ResultSet row) throws SQLException {
    byte[] content = row.getBytes("content");
    return new StoredPicture(
        new Picture(row.getString("id"), row.getString("content_type"), content.length), content);
  }
}
