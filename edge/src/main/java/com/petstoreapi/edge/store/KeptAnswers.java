package com.petstoreapi.edge.store;

import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.journal.Commit;
import com.petstoreapi.realtime.journal.Contended;
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
  /** How many keys a statement asks for: few shapes of statements, so that they stay prepared. */
  private static final int[] SIZES = {1, 8, 64, 512};

  /** A join, for a long list of alternatives is looked through row by row. */
  private static final String FIND =
      "SELECT i.owner, i.request_key, i.fingerprint, i.refusal, i.answer FROM (VALUES %s)"
          + " AS asked (owner, request_key) JOIN idempotency i"
          + " ON i.owner = asked.owner AND i.request_key = asked.request_key";

  private static final String PAIR = "(CAST(? AS VARCHAR), CAST(? AS VARCHAR))";
  private static final String INSERT =
      "INSERT INTO idempotency (owner, request_key, fingerprint, refusal, answer, at)"
          + " VALUES (?, ?, ?, ?, ?, ?)";
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
    try (PreparedStatement insert = commit.connection().prepareStatement(INSERT)) {
      for (Map.Entry<Name, Kept> entry : fresh.entrySet()) {
        insert.setString(1, entry.getKey().owner());
        insert.setString(2, entry.getKey().key());
        insert.setString(3, entry.getValue().fingerprint());
        insert.setString(4, entry.getValue().answer().refusal());
        insert.setString(5, entry.getValue().answer().json());
        insert.setObject(6, commit.now().atOffset(ZoneOffset.UTC));
        insert.addBatch();
      }
      insert.executeBatch();
    } catch (SQLException e) {
      if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
        throw new Contended("a key was taken by another transaction", e);
      }
      throw e;
    }
  }

  /** Looks for all that were announced since the last time. */
  private void load(Connection connection) throws SQLException {
    int most = SIZES[SIZES.length - 1];
    for (int from = 0; from < waiting.size(); from += most) {
      load(connection, waiting.subList(from, Math.min(from + most, waiting.size())));
    }
    waiting.clear();
  }

  private void load(Connection connection, List<Name> names) throws SQLException {
    int size = sizeFor(names.size());
    String pairs = (PAIR + ", ").repeat(size - 1) + PAIR;
    try (PreparedStatement select = connection.prepareStatement(FIND.formatted(pairs))) {
      for (int i = 0; i < size; i++) {
        Name name = names.get(Math.min(i, names.size() - 1)); // the last fills up the rest
        select.setString(2 * i + 1, name.owner());
        select.setString(2 * i + 2, name.key());
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          known.put(
              new Name(row.getString("owner"), row.getString("request_key")),
              new Kept(
                  row.getString("fingerprint"),
                  new Answer(row.getString("refusal"), row.getString("answer"))));
        }
      }
    }
  }

  private static int sizeFor(int count) {
    for (int size : SIZES) {
      if (count <= size) {
        return size;
      }
    }
    throw new IllegalArgumentException("too many keys at once: " + count);
  }
}
