package com.petstoreapi.auction.socket;

import com.petstoreapi.auction.desk.Auctioneer;
import com.petstoreapi.auction.desk.ClientKey;
import com.petstoreapi.edge.json.JsonText;
import com.petstoreapi.edge.problem.Failures;
import com.petstoreapi.edge.quota.TokenBucket;
import com.petstoreapi.edge.store.IdempotencyKey;
import com.petstoreapi.realtime.failure.CloseCause;
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * What one client says, and what it is answered. Used by one thread at a time; the answer to a bid
 * comes later, by the thread that wrote it.
 */
final class Conversation {
  private final Auctioneer auctioneer;
  private final String auctionId;
  private final SocketConnection connection;
  private final Attendance attendance;
  private final TokenBucket bucket;
  private final int mostRefused;
  private final Duration patience;

  /**
   * @param mostRefused so many messages too many, and the client is let go
   * @param patience how long a bid may wait for its commit
   */
  Conversation(
      Auctioneer auctioneer,
      String auctionId,
      SocketConnection connection,
      Attendance attendance,
      TokenBucket bucket,
      int mostRefused,
      Duration patience) {
    this.auctioneer = auctioneer;
    this.auctionId = auctionId;
    this.connection = connection;
    this.attendance = attendance;
    this.bucket = bucket;
    this.mostRefused = mostRefused;
    this.patience = patience;
  }

  SocketConnection connection() {
    return connection;
  }

  /** Takes one message. Throws nothing: whatever is wrong is answered. */
  void hear(String text) {
    boolean admitted = bucket.take(System.nanoTime());
    if (bucket.refused() >= mostRefused) {
      connection.end(CloseCause.TOO_MANY);
      return;
    }
    Optional<String> key = Optional.empty();
    try {
      JsonObject object = object(text);
      key = ClientMessage.keyOf(object);
      requireAdmitted(admitted);
      requireStaying();
      answer(ClientMessage.of(object));
    } catch (RuntimeException e) { // whatever it is, the client is told what he may know of it
      connection.reply(ServerMessages.error(key, Failures.refusalOf(e)));
    }
  }

  private void answer(ClientMessage message) {
    if (message instanceof ClientMessage.Ping ping) {
      connection.reply(ServerMessages.pong(ping.at()));
    } else if (message instanceof ClientMessage.Bid bid) {
      buy(bid.key(), key -> auctioneer.placeBid(auctionId, userId(), bid.order(), key));
    } else if (message instanceof ClientMessage.BuyNow buyNow) {
      buy(buyNow.key(), key -> auctioneer.buyNow(auctionId, userId(), key));
    } else if (message instanceof ClientMessage.Watch watch) {
      connection.watch(watch.petId());
    } else if (message instanceof ClientMessage.Unwatch unwatch) {
      connection.unwatch(unwatch.petId());
    } else if (message instanceof ClientMessage.Auth auth) {
      connection.reply(ServerMessages.authRenewed(attendance.renew(auth.token())));
    }
  }

  private void buy(String key, Function<ClientKey, CompletableFuture<String>> command) {
    if (!attendance.mayBid()) {
      Refusal refusal = new Refusal(ErrorCode.FORBIDDEN, "Bids are made by users.");
      connection.reply(ServerMessages.rejected(key, refusal));
      return;
    }
    connection.replyTo(
        () ->
            command
                .apply(operation -> IdempotencyKey.of(userId(), key, operation))
                .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .handle((receipt, failure) -> reply(key, receipt, failure)));
  }

  private String userId() {
    return attendance.userId();
  }

  /** Rejected is what was decided; what was not is an error, and may be said again. */
  private static String reply(String key, String receipt, Throwable failure) {
    if (failure == null) {
      return ServerMessages.accepted(key, receipt);
    }
    Refusal refusal = Failures.refusalOf(failure);
    return refusal.code().retryable()
        ? ServerMessages.error(Optional.of(key), refusal)
        : ServerMessages.rejected(key, refusal);
  }

  private static JsonObject object(String text) {
    if (JsonText.parse(text) instanceof JsonObject object) {
      return object;
    }
    throw Refusal.invalid("A message is a JSON object.");
  }

  private void requireStaying() {
    if (connection.isLeaving()) {
      throw Refusal.unavailable("This node is about to stop; say it again at the next.");
    }
  }

  private static void requireAdmitted(boolean admitted) {
    if (!admitted) {
      throw new Refusal(
          ErrorCode.RATE_LIMITED,
          "Too many messages: this one was not looked at.",
          Map.of("retryAfterSeconds", 1));
    }
  }
}
