package com.petstoreapi.realtime.journal.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.petstoreapi.realtime.journal.Journal;
import com.petstoreapi.realtime.journal.JournalUnavailable;
import com.petstoreapi.realtime.support.Drafts;
import com.petstoreapi.realtime.support.FaultyDataSource;
import com.petstoreapi.realtime.support.Schema;
import java.time.Clock;
import java.util.UUID;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalFailureTest {
  private static final DataSource DATABASE = Schema.h2("failures");

  private final FaultyDataSource dataSource = new FaultyDataSource(DATABASE);
  private final Journal journal =
      new JdbcJournal(dataSource, new JdbcTransactions(dataSource), Clock.systemUTC());
  private final String stream = UUID.randomUUID().toString();

  @AfterEach
  void everyConnectionWasGivenBack() {
    assertThat(dataSource.open()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"getConnection", "setAutoCommit", "prepareStatement", "commit"})
  void aDatabaseThatIsAwayTakesNothing(String method) {
    dataSource.failAt(method);
    assertUnavailable(this::append);
    dataSource.failAt("");
    append();
    assertThat(journal.open(stream).seq()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"getConnection", "prepareStatement"})
  void aDatabaseThatIsAwayGivesNothing(String method) {
    dataSource.failAt(method);
    assertUnavailable(() -> journal.head(stream));
    assertUnavailable(() -> journal.open(stream));
    assertUnavailable(() -> journal.read(stream, 0, 1));
  }

  /** Else the same commands would be decided, and committed, a second time. */
  @Test
  void whatWasCommittedIsNoFailureAlthoughTheConnectionCannotBeClosed() {
    dataSource.failAt("close");
    append();
    dataSource.failAt("");
    assertThat(journal.open(stream).seq()).isEqualTo(1);
  }

  @Test
  void aRollBackThatFailsDoesNotHideWhy() {
    dataSource.failAt("rollback");
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(
            () ->
                journal.append(
                    stream,
                    commit -> {
                      throw new ArithmeticException();
                    }))
        .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
  }

  private void append() {
    journal.append(stream, commit -> commit.append(Drafts.of("a")));
  }

  private static void assertUnavailable(ThrowingCallable use) {
    assertThatExceptionOfType(JournalUnavailable.class).isThrownBy(use);
  }
}
