package com.petstoreapi.edge.store;

import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.journal.Commit;
import com.petstoreapi.realtime.journal.Contended;
import com.petstoreapi.realtime.journal.jdbc.Columns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The answers of one transaction in table {@code idempotency}: those of all its commands are looked
 * for in one statement, and what was answered is written in one batch. Used by one thread.
 */
final class KeptAnswers implements Commit.Part {
  /**
   * Which of many keys are known. A subquery of one value is looked up by the primary key for each
   * of them; a join PostgreSQL would plan when the table is small, by reading all of it, and keep
   * to that plan while the table grows. Mostly none is known, and none is sent back.
   */
  private static final String FIND =
      "SELECT owner, request_key, fingerprint FROM (SELECT asked.owner, asked.request_key,"
          + " (SELECT i.fingerprint FROM idempotency i"
          + " WHERE i.owner = asked.owner AND i.request_key = asked.request_key) AS fingerprint"
          + " FROM UNNEST(CAST(? AS VARCHAR ARRAY), CAST(? AS VARCHAR ARRAY))"
          + " AS asked (owner, request_key) OFFSET 0 ROWS) looked WHERE fingerprint IS NOT NULL";

  private static final String READ =
      "SELECT refusal, answer FROM idempotency WHERE owner = ? AND request_key = ?";

  private static final String INSERT =
      "INSERT INTO idempotency (owner, request_key, fingerprint, refusal, answer, at)"
          + " SELECT k.owner, k.request_key, k.fingerprint, k.refusal, k.answer,"
          + " CAST(? AS TIMESTAMP(3) WITH TIME ZONE)"
          + " FROM UNNEST(CAST(? AS VARCHAR ARRAY), CAST(? AS VARCHAR ARRAY),"
          + " CAST(? AS VARCHAR ARRAY), CAST(? AS VARCHAR ARRAY), CAST(? AS VARCHAR ARRAY))"
          + " AS k (owner, request_key, fingerprint, refusal, answer)";

  private static final String UNIQUE_VIOLATION = "23505";

  private final Set<Name> asked = new HashSet<>();
  private final List<Name> waiting = new ArrayList<>();
  private final Map<Name, Kept> known = new HashMap<>();
  private final Map<Name, Kept> fresh = new LinkedHashMap<>();

  private record Name(String owner, String key) {
    static Name of(IdempotencyKey key) {
      return new Name(key.owner(), key.key());
    }
  }

  private record Kept(String fingerprint, Answer answer) {}

  /** The key will be looked for. */
  void announce(IdempotencyKey key) {
    Name name = Name.of(key);
    if (asked.add(name)) {
      waiting.add(name);
    }
  }

  /**
   * The answer that was given under the key.
   *
   * @throws Refusal {@code idempotency-conflict} when it was given to another request
   */
  Optional<Answer> find(Connection connection, IdempotencyKey key) throws SQLException {
    announce(key);
    load(connection);
    Kept kept = known.get(Name.of(key));
    if (kept == null) {
      return Optional.empty();
    }
    if (!kept.fingerprint().equals(key.fingerprint())) {
      throw new Refusal(
          ErrorCode.IDEMPOTENCY_CONFLICT, "The key was used for another request before.");
    }
    return Optional.of(kept.answer());
  }

  void keep(IdempotencyKey key, Answer answer) {
    Kept kept = new Kept(key.fingerprint(), answer);
    known.put(Name.of(key), kept);
    fresh.put(Name.of(key), kept);
  }

  @Override
  public void flush(Commit commit) throws SQLException {
    if (fresh.isEmpty()) {
      return;
    }
    List<Map.Entry<Name, Kept>> rows = List.copyOf(fresh.entrySet());
    try (PreparedStatement insert = commit.connection().prepareStatement(INSERT)) {
      insert.setObject(1, commit.now().atOffset(ZoneOffset.UTC));
      Columns columns = new Columns(commit.connection(), insert, 2);
      columns.setTexts(rows, row -> row.getKey().owner());
      columns.setTexts(rows, row -> row.getKey().key());
      columns.setTexts(rows, row -> row.getValue().fingerprint());
      columns.setTexts(rows, row -> row.getValue().answer().refusal());
      columns.setTexts(rows, row -> row.getValue().answer().json());
      insert.executeUpdate();
    } catch (SQLException e) {
      if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
        throw new Contended("a key was taken by another transaction", e);
      }
      throw e;
    }
  }

  /** Looks for all that were announced since the last time. */
  private void load(Connection connection) throws SQLException {
    if (waiting.isEmpty()) {
      return;
    }
    for (Map.Entry<Name, String> found : fingerprints(connection).entrySet()) {
      read(connection, found.getKey())
          .ifPresent(answer -> known.put(found.getKey(), new Kept(found.getValue(), answer)));
    }
    waiting.clear();
  }

  private Map<Name, String> fingerprints(Connection connection) throws SQLException {
    Map<Name, String> found = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(FIND)) {
      Columns columns = new Columns(connection, select, 1);
      columns.setTexts(waiting, Name::owner);
      columns.setTexts(waiting, Name::key);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          Name name = new Name(row.getString("owner"), row.getString("request_key"));
          found.put(name, row.getString("fingerprint"));
        }
      }
    }
    return found;
  }

  /** Repetitions are rare: each is read by itself. Empty when it has just been forgotten. */
  private static Optional<Answer> read(Connection connection, Name name) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(READ)) {
      select.setString(1, name.owner());
      select.setString(2, name.key());
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(new Answer(row.getString("refusal"), row.getString("answer")))
            : Optional.empty();
      }
    }
  }
}
