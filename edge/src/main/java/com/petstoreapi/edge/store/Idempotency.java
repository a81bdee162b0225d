package com.petstoreapi.edge.store;

import com.petstoreapi.edge.json.JsonText;
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.journal.Command;
import com.petstoreapi.realtime.journal.Commit;
import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Answers a repeated command with its first answer and changes nothing. The answer, a refusal by
 * the rules included, is kept in the transaction that decided the command, in table {@code
 * idempotency}; so there is no moment in which the one is known and the other is not.
 */
public final class Idempotency {
  private Idempotency() {}

  /**
   * Wraps a command that answers with JSON text.
   *
   * @return a command that runs the wrapped one if the key is new; else answers as at first, or
   *     refuses with {@code idempotency-conflict} when the key was used for something else
   */
  public static Command<String> once(Optional<IdempotencyKey> key, Command<String> command) {
    return key.isEmpty() ? command : commit -> once(commit, key.get(), command);
  }

  /** Forgets keys older than the limit, at most so many rows at a time; returns how many. */
  public static int forget(Connection connection, Instant before, int most) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement(
            "DELETE FROM idempotency WHERE (owner, request_key) IN"
                + " (SELECT owner, request_key FROM idempotency WHERE at < ? LIMIT ?)")) {
      delete.setObject(1, before.atOffset(ZoneOffset.UTC));
      delete.setInt(2, most);
      return delete.executeUpdate();
    }
  }

  private static String once(Commit commit, IdempotencyKey key, Command<String> command)
      throws SQLException {
    if (!claim(commit, key)) {
      return find(commit.connection(), key).repeat();
    }
    Answer answer = decide(commit, command);
    if (answer.isFinal()) {
      settle(commit.connection(), key, answer);
    } else {
      release(commit.connection(), key);
    }
    return answer.repeat();
  }

  /** Takes the key; false when it is taken. Waits for a transaction that is just taking it. */
  private static boolean claim(Commit commit, IdempotencyKey key) throws SQLException {
    try (PreparedStatement insert =
        commit
            .connection()
            .prepareStatement(
                "INSERT INTO idempotency (owner, request_key, fingerprint, refusal, answer, at)"
                    + " VALUES (?, ?, ?, '', '', ?) ON CONFLICT DO NOTHING")) {
      insert.setString(1, key.owner());
      insert.setString(2, key.key());
      insert.setString(3, key.fingerprint());
      insert.setObject(4, commit.now().atOffset(ZoneOffset.UTC));
      return insert.executeUpdate() == 1;
    }
  }

  private static void settle(Connection connection, IdempotencyKey key, Answer answer)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE idempotency SET refusal = ?, answer = ? WHERE owner = ? AND request_key = ?")) {
      update.setString(1, answer.refusal());
      update.setString(2, answer.json());
      update.setString(3, key.owner());
      update.setString(4, key.key());
      update.executeUpdate();
    }
  }

  private static void release(Connection connection, IdempotencyKey key) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement(
            "DELETE FROM idempotency WHERE owner = ? AND request_key = ?")) {
      delete.setString(1, key.owner());
      delete.setString(2, key.key());
      delete.executeUpdate();
    }
  }

  private static Answer decide(Commit commit, Command<String> command) throws SQLException {
    try {
      return new Answer("", command.run(commit));
    } catch (Refusal refusal) {
      return new Answer(refusal.code().name(), encode(refusal));
    }
  }

  private static Answer find(Connection connection, IdempotencyKey key) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT fingerprint, refusal, answer FROM idempotency"
                + " WHERE owner = ? AND request_key = ?")) {
      select.setString(1, key.owner());
      select.setString(2, key.key());
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          throw new SQLException("an idempotency key was forgotten while it was looked for");
        }
        if (!row.getString("fingerprint").equals(key.fingerprint())) {
          throw new Refusal(
              ErrorCode.IDEMPOTENCY_CONFLICT, "The key was used for another request before.");
        }
        return new Answer(row.getString("refusal"), row.getString("answer"));
      }
    }
  }

  private static String encode(Refusal refusal) {
    JsonObjectBuilder members = Json.createObjectBuilder();
    refusal.members().forEach((name, value) -> members.add(name, JsonText.value(value)));
    return Json.createObjectBuilder()
        .add("detail", refusal.detail())
        .add("members", members)
        .build()
        .toString();
  }

  /**
   * The first answer to a request.
   *
   * @param refusal the name of the {@link ErrorCode}; empty when it was not refused
   */
  private record Answer(String refusal, String json) {
    /** Refusals that a later try may turn into an answer are not kept. */
    boolean isFinal() {
      return refusal.isEmpty() || !ErrorCode.valueOf(refusal).retryable();
    }

    String repeat() {
      if (refusal.isEmpty()) {
        return json;
      }
      JsonObject object = JsonText.parse(json).asJsonObject();
      Map<String, Object> members = new HashMap<>();
      object.getJsonObject("members").forEach((name, value) -> members.put(name, plain(value)));
      throw new Refusal(ErrorCode.valueOf(refusal), object.getString("detail"), members);
    }

    private static Object plain(JsonValue value) {
      if (value instanceof JsonString text) {
        return text.getString();
      }
      return value instanceof JsonNumber number
          ? number.bigDecimalValue()
          : value == JsonValue.TRUE;
    }
  }
}
