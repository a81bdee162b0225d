package com.petstoreapi.edge.store;

import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.journal.Command;
import com.petstoreapi.realtime.journal.Commit;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
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
    return key.isEmpty() ? command : new Once(key.get(), command);
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

  /** A command under its key. */
  private record Once(IdempotencyKey key, Command<String> command) implements Command<String> {
    @Override
    public void announce(Commit commit) {
      answers(commit).announce(key);
      command.announce(commit);
    }

    @Override
    public String run(Commit commit) throws SQLException {
      KeptAnswers answers = answers(commit);
      Optional<Answer> known = answers.find(commit.connection(), key);
      if (known.isPresent()) {
        return known.get().repeat();
      }
      return decide(commit, answers);
    }

    private String decide(Commit commit, KeptAnswers answers) throws SQLException {
      try {
        String answer = command.run(commit);
        answers.keep(key, Answer.of(answer));
        return answer;
      } catch (Refusal refusal) {
        if (!refusal.code().retryable()) { // what a later try may turn into an answer is not kept
          answers.keep(key, Answer.of(refusal));
        }
        throw refusal;
      }
    }

    private static KeptAnswers answers(Commit commit) {
      return commit.part(KeptAnswers.class, KeptAnswers::new);
    }
  }
}
