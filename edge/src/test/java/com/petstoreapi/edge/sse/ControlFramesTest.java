package com.petstoreapi.edge.sse;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.edge.support.EventStreamReader;
import com.petstoreapi.edge.support.EventStreamReader.Received;
import com.petstoreapi.edge.support.MutableClock;
import com.petstoreapi.realtime.delivery.Reset;
import com.petstoreapi.realtime.journal.Position;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the wire contract shows, byte for byte. */
class ControlFramesTest {
  private static final Position HEAD = new Position(124, "k3f9");

  private final ControlFrames frames =
      new ControlFrames(Duration.ofSeconds(15), Duration.ofSeconds(2), new MutableClock());

  @Test
  void aHeartbeatBearsThePositionAndTheTime() {
    assertThat(EventStreamReader.events(frames.heartbeat(HEAD)))
        .containsExactly(
            new Received(
                "124-k3f9",
                "heartbeat",
                "{\"position\":\"124-k3f9\",\"at\":\"2026-03-01T12:00:00.000Z\"}"));
  }

  @Test
  void aResetBearsItsReasonAndWhatIsKept() {
    Reset reset = new Reset(Reset.Reason.EXPIRED, new Position(100, "k3f9"), HEAD);
    assertThat(EventStreamReader.events(frames.reset(reset)))
        .containsExactly(
            new Received(
                "124-k3f9",
                "reset",
                "{\"reason\":\"expired\",\"oldest\":\"100-k3f9\",\"head\":\"124-k3f9\"}"));
  }

  @Test
  void theHelloEscapesTheUser() {
    byte[] opening = frames.opening(HEAD, "a\"b\\");
    assertThat(EventStreamReader.events(opening).get(0).data()).contains("\"a\\\"b\\\\\"");
  }
}
