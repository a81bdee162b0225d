package com.petstoreapi.socket;

import com.petstoreapi.realtime.delivery.Reset;
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.journal.Audience;
import com.petstoreapi.realtime.journal.Draft;
import com.petstoreapi.realtime.journal.Event;
import com.petstoreapi.realtime.journal.Position;
import jakarta.json.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What every socket says, as it is really said, for whoever looks at its form. */
public final class CommonMessages {
  public static final Position POSITION = new Position(17, "k3f9");

  private CommonMessages() {}

  /** Each at least once; those that may have further fields also with them. */
  public static Stream<String> all() {
    return Stream.of(
            Stream.of(
                SocketMessages.resumed(POSITION),
                SocketMessages.heartbeat(POSITION, Instant.EPOCH),
                SocketMessages.authExpiring(Instant.EPOCH),
                SocketMessages.authRenewed(Instant.EPOCH),
                SocketMessages.pong(Json.createValue(17.5)),
                SocketMessages.pong(Json.createValue("now")),
                SocketMessages.rejected("k", tooLow())),
            Stream.of(ErrorCode.values()).map(CommonMessages::refused),
            Stream.of(ErrorCode.values()).map(CommonMessages::failed))
        .flatMap(messages -> messages);
  }

  public static String accepted(String receipt) {
    return SocketMessages.accepted("c-17", receipt);
  }

  public static Stream<String> resets(String idField) {
    return Stream.of(Reset.Reason.values())
        .map(reason -> new Reset(reason, new Position(0, "k3f9"), POSITION))
        .map(reset -> SocketMessages.reset(idField, "rex", reset));
  }

  /** An event as sockets tell it. */
  public static String event(Draft draft) {
    Event event = new Event(17, Instant.EPOCH, draft.type(), Audience.EVERYONE, "", draft.data());
    return EventEncoding.INSTANCE.encode(event, POSITION);
  }

  /**
   * Reads what a client may say everywhere; empty for anything else.
   *
   * @throws Refusal {@code invalid-message}
   */
  public static Optional<String> heard(String message) {
    return Courtesy.of(Envelope.type(Envelope.open(message)), Envelope.open(message))
        .map(Object::toString);
  }

  private static String refused(ErrorCode code) {
    return SocketMessages.rejected("c-17", new Refusal(code, code.title()));
  }

  private static String failed(ErrorCode code) {
    return SocketMessages.error(
        Optional.of("c-17").filter(key -> !code.retryable()),
        new Refusal(code, code.title(), Map.of("retryAfterSeconds", 1)));
  }

  private static Refusal tooLow() {
    return new Refusal(ErrorCode.TOO_LOW, "more", Map.of("minimumBid", new BigDecimal("10.50")));
  }
}
