package com.petstoreapi.edge.sse;

import static com.petstoreapi.edge.json.Builders.JSON;

import com.petstoreapi.edge.json.Timestamps;
import com.petstoreapi.realtime.delivery.Reset;
import com.petstoreapi.realtime.journal.Position;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/** What a stream says about itself: the events that are not in the journal. */
final class ControlFrames {
  private static final long LEAST_AWAY_MILLIS = 500;
  private static final long MOST_AWAY_MILLIS = 5_000;

  private final Duration heartbeat;
  private final Duration retry;
  private final Clock clock;

  ControlFrames(Duration heartbeat, Duration retry, Clock clock) {
    this.heartbeat = heartbeat;
    this.retry = retry;
    this.clock = clock;
  }

  /** What every stream begins with: how soon to reconnect, and where it stands. */
  byte[] opening(Position position, String user) {
    String data =
        JSON.createObjectBuilder()
            .add("position", position.toString())
            .add("heartbeatSeconds", heartbeat.toSeconds())
            .add("userId", user)
            .build()
            .toString();
    byte[] hello = SseEncoding.frame(position.toString(), "hello", data);
    byte[] begin = ("retry: " + retry.toMillis() + "\n\n").getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(begin.length + hello.length).put(begin).put(hello).array();
  }

  /** What a stream ends with when its node stops: others are there, but not for all at once. */
  byte[] comeBack() {
    long millis = ThreadLocalRandom.current().nextLong(LEAST_AWAY_MILLIS, MOST_AWAY_MILLIS + 1);
    return ("retry: " + millis + "\n\n").getBytes(StandardCharsets.US_ASCII);
  }

  byte[] heartbeat(Position position) {
    String data =
        "{\"position\":\"%s\",\"at\":\"%s\"}"
            .formatted(position, Timestamps.format(clock.instant()));
    return SseEncoding.frame(position.toString(), "heartbeat", data);
  }

  /** The token ends soon, and the stream with it. */
  byte[] authExpiring(Position position, Instant expiresAt) {
    String data = "{\"expiresAt\":\"%s\"}".formatted(Timestamps.format(expiresAt));
    return SseEncoding.frame(position.toString(), "auth-expiring", data);
  }

  byte[] reset(Reset reset) {
    String data =
        "{\"reason\":\"%s\",\"oldest\":\"%s\",\"head\":\"%s\"}"
            .formatted(reset.reason().wire(), reset.oldest(), reset.head());
    return SseEncoding.frame(reset.head().toString(), "reset", data);
  }
}
