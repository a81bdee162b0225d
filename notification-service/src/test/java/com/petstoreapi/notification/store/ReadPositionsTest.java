package com.petstoreapi.notification.store;

import static com.petstoreapi.notification.support.Published.event;
import static com.petstoreapi.notification.support.Published.only;
import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.notification.store.ReadPositions.ReadPosition;
import com.petstoreapi.notification.support.Database;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class ReadPositionsTest {
  private final Database database = Database.create();
  private final ReadPositions positions =
      new ReadPositions(database.streams(), database.transactions(), database.dataSource());

  @Test
  void beginBeforeTheFirstEvent() throws SQLException {
    database.append(event("a"), event("b"));
    assertRead("ann", 0, 2);
  }

  @Test
  void goForwardOnly() throws SQLException {
    database.append(event("a"), event("b"), event("c"));
    positions.moveTo("ann", 2);
    assertRead("ann", 2, 1);
    positions.moveTo("ann", 1);
    assertRead("ann", 2, 1);
    positions.moveTo("ann", 3);
    assertRead("ann", 3, 0);
  }

  @Test
  void areEachUsersOwn() throws SQLException {
    database.append(event("a"));
    positions.moveTo("ann", 1);
    assertRead("bob", 0, 1);
  }

  @Test
  void countNothingThatTheUserMayNotSee() throws SQLException {
    database.append(event("a"), only("ann", "b"), only("bob", "c"));
    assertRead("ann", 0, 2);
    assertRead("bob", 0, 2);
  }

  private void assertRead(String user, long seq, int unread) throws SQLException {
    ReadPosition read = positions.get(user);
    assertThat(read.position().seq()).isEqualTo(seq);
    assertThat(read.position().epoch()).isEqualTo(database.notifications().head().epoch());
    assertThat(read.unread()).isEqualTo(unread);
  }
}
