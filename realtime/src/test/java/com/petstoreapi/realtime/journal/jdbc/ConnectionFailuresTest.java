package com.petstoreapi.realtime.journal.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionFailuresTest {
  @ParameterizedTest
  @ValueSource(strings = {"08000", "08006", "57P01", "57P03", "90098", "90121"})
  void areKnownByTheirState(String state) {
    assertThat(ConnectionFailures.isOne(new SQLException("", state))).isTrue();
  }

  @Test
  void areKnownByTheirKind() {
    assertThat(ConnectionFailures.isOne(new SQLTransientConnectionException())).isTrue();
    assertThat(ConnectionFailures.isOne(new SQLNonTransientConnectionException())).isTrue();
    assertThat(ConnectionFailures.isOne(new SQLRecoverableException())).isTrue();
  }

  /** A duplicate, a deadlock, a syntax error, a full disk. */
  @ParameterizedTest
  @ValueSource(strings = {"23505", "40P01", "42601", "53100"})
  void areNotWhatADatabaseSaysNoTo(String state) {
    assertThat(ConnectionFailures.isOne(new SQLException("", state))).isFalse();
    assertThat(ConnectionFailures.isOne(new SQLException())).isFalse();
  }
}
