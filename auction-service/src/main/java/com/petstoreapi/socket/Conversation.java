package com.petstoreapi.socket;

import com.petstoreapi.edge.problem.Failures;
import com.petstoreapi.edge.quota.TokenBucket;
import com.petstoreapi.realtime.failure.CloseCause;
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What one client says, as far as it is the same on every socket: how fast it may, that it is JSON
 * with a type, pings and newer tokens. Used by one thread at a time.
 */
public final class Conversation {
  private final SocketConnection connection;
  private final Attendance attendance;
  private final Listener listener;
  private final TokenBucket bucket;
  private final int mostRefused;
  private final SocketFigures figures;

  /**
   * @param mostRefused so many messages too many, and the client is let go
   */
  Conversation(
      SocketConnection connection,
      Attendance attendance,
      Listener listener,
      TokenBucket bucket,
      int mostRefused,
      SocketFigures figures) {
    this.connection = connection;
    this.attendance = attendance;
    this.listener = listener;
    this.bucket = bucket;
    this.mostRefused = mostRefused;
    this.figures = figures;
  }

  SocketConnection connection() {
    return connection;
  }

  /** Takes one message. Throws nothing: whatever is wrong is answered. */
  void hear(String text) {
    long began = System.nanoTime();
    answer(text);
    figures.heard(System.nanoTime() - began);
  }

  /** The same of a binary message. */
  void hear(byte[] message) {
    long began = System.nanoTime();
    answer(message);
    figures.heard(System.nanoTime() - began);
  }

  private void answer(String text) {
    Optional<Boolean> admitted = admit();
    if (admitted.isEmpty()) {
      return;
    }
    Optional<String> key = Optional.empty();
    try {
      JsonObject object = Envelope.open(text);
      key = Envelope.keyIn(object);
      requireWelcome(admitted.get());
      answer(object);
    } catch (RuntimeException e) { // whatever it is, the client is told what he may know of it
      connection.reply(SocketMessages.error(key, Failures.refusalOf(e)));
    }
  }

  private void answer(byte[] message) {
    Optional<Boolean> admitted = admit();
    if (admitted.isEmpty()) {
      return;
    }
    try {
      hear(message, admitted.get());
    } catch (RuntimeException e) {
      connection.reply(SocketMessages.error(Optional.empty(), Failures.refusalOf(e)));
    }
  }

  private void hear(byte[] message, boolean admitted) {
    try {
      requireWelcome(admitted);
    } catch (Refusal e) {
      listener.unheard(e);
      return;
    }
    listener.hear(message);
  }

  /** Whether it comes in time; empty when there were so many that the client is let go. */
  private Optional<Boolean> admit() {
    boolean admitted = bucket.take(System.nanoTime());
    if (!admitted) {
      figures.refuse();
    }
    if (bucket.refused() >= mostRefused) {
      connection.end(CloseCause.TOO_MANY);
      return Optional.empty();
    }
    return Optional.of(admitted);
  }

  private void answer(JsonObject message) {
    String type = Envelope.type(message);
    Optional<Courtesy> courtesy = Courtesy.of(type, message);
    if (courtesy.isEmpty()) {
      listener.hear(type, message);
    } else if (courtesy.get() instanceof Courtesy.Ping ping) {
      connection.reply(SocketMessages.pong(ping.at()));
    } else if (courtesy.get() instanceof Courtesy.Auth auth) {
      renew(auth, Envelope.keyIn(message));
    }
  }

  /** Whoever may not be here with the newer token, or of whom it cannot be said, is let go. */
  private void renew(Courtesy.Auth auth, Optional<String> key) {
    Instant expiresAt = attendance.renew(auth.token());
    try {
      listener.renewed();
      connection.reply(SocketMessages.authRenewed(expiresAt));
    } catch (
        RuntimeException e) { // whatever it is, he would go on with roles that nobody looked at
      Refusal refusal = Failures.refusalOf(e);
      connection.reply(SocketMessages.error(key, refusal));
      connection.end(causeOf(refusal.code()));
    }
  }

  private static CloseCause causeOf(ErrorCode code) {
    boolean known = code == ErrorCode.FORBIDDEN || code == ErrorCode.NOT_FOUND;
    return known ? CloseCause.NOT_ALLOWED : CloseCause.OVERLOADED;
  }

  private void requireWelcome(boolean admitted) {
    if (!admitted) {
      throw new Refusal(
          ErrorCode.RATE_LIMITED,
          "Too many messages: this one was not looked at.",
          Map.of("retryAfterSeconds", 1));
    }
    if (connection.isLeaving()) {
      throw Refusal.unavailable("This node is about to stop; say it again at the next.");
    }
  }
}
