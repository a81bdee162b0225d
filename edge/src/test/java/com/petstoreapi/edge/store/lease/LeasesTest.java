package com.petstoreapi.edge.store.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.petstoreapi.edge.support.Database;
import com.petstoreapi.realtime.journal.jdbc.JdbcTransactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LeasesTest {
  private final Database database = Database.create(Clock.systemUTC());
  private final Leases here = node("here");
  private final Leases there = node("there");
  private final Lease ours = here.on("closing-clock");
  private final Lease theirs = there.on("closing-clock");

  @Test
  void isHeldByNobodyBeforeItIsAskedFor() {
    assertThat(ours.isHeld()).isFalse();
  }

  @Test
  void isHeldByWhoAskedFirstForAsLongAsHeRenewsIt() throws SQLException {
    here.renew();
    there.renew();
    assertThat(ours.isHeld()).isTrue();
    assertThat(theirs.isHeld()).isFalse();
    here.renew();
    there.renew();
    assertThat(ours.isHeld()).isTrue();
    assertThat(theirs.isHeld()).isFalse();
    assertThat(here.held()).isEqualTo(1);
    assertThat(there.held()).isZero();
  }

  @Test
  void endsByItselfWhenItsHolderIsNotHeardOf() {
    here.renew();
    await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () -> {
              there.renew();
              return theirs.isHeld();
            });
    assertThat(ours.isHeld()).isFalse();
    here.renew();
    assertThat(ours.isHeld()).isFalse();
  }

  @Test
  void isHadAtOnceWhenItsHolderGivesItUp() {
    here.renew();
    here.giveUp();
    there.renew();
    assertThat(ours.isHeld()).isFalse();
    assertThat(theirs.isHeld()).isTrue();
  }

  @Test
  void isForOneKindOfWork() {
    Lease another = there.on("retention");
    here.renew();
    there.renew();
    assertThat(another.isHeld()).isTrue();
    assertThat(theirs.isHeld()).isFalse();
  }

  @Test
  void isNotHeldWhenTheDatabaseCannotBeAsked() throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP TABLE lease");
    }
    here.renew();
    assertThat(ours.isHeld()).isFalse();
  }

  private Leases node(String name) {
    return new Leases(new JdbcTransactions(database.dataSource()), name);
  }
}
