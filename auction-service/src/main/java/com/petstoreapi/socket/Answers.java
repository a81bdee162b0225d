package com.petstoreapi.socket;

import com.petstoreapi.edge.logging.About;
import com.petstoreapi.edge.problem.Failures;
import com.petstoreapi.realtime.failure.Refusal;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Answers to one client alone. Never blocks; any thread. */
public final class Answers {
  private final SocketConnection connection;
  private final Duration patience;

  /**
   * @param patience how long a command may wait for its commit
   */
  Answers(SocketConnection connection, Duration patience) {
    this.connection = connection;
    this.patience = patience;
  }

  /** Sends a message. */
  public void tell(String message) {
    connection.reply(message);
  }

  /** Sends the refusal of what the client calls by this key. */
  public void reject(String key, Refusal refusal) {
    tell(SocketMessages.rejected(key, refusal));
  }

  /** The same of what was not decided: it may be said again. */
  public void fail(String key, Refusal why) {
    tell(SocketMessages.error(Optional.of(key), why));
  }

  /**
   * Sends what becomes of a command, once that is known.
   *
   * @param command answers with the fields of a JSON object, at least one
   * @throws RuntimeException what the command threw at once; nothing is sent then
   */
  public void await(String key, Supplier<CompletableFuture<String>> command) {
    connection.replyTo(
        () ->
            command
                .get()
                .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .handle((receipt, failure) -> answer(key, receipt, failure)));
  }

  /** Rejected is what was decided; what was not is an error, and may be said again. */
  private String answer(String key, String receipt, Throwable failure) {
    if (failure == null) {
      return SocketMessages.accepted(key, receipt);
    }
    Refusal refusal = Failures.refusalOf(failure, About.connection(connection.name()));
    return refusal.code().retryable()
        ? SocketMessages.error(Optional.of(key), refusal)
        : SocketMessages.rejected(key, refusal);
  }
}
