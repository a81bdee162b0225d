package com.petstoreapi.edge.sse;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.contract.Contract;
import com.petstoreapi.edge.asyncapi.AsyncApiDocument;
import com.petstoreapi.edge.support.EventStreamReader;
import com.petstoreapi.edge.support.EventStreamReader.Received;
import com.petstoreapi.edge.support.MutableClock;
import com.petstoreapi.realtime.delivery.Reset;
import com.petstoreapi.realtime.journal.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What streams say about themselves is what the AsyncAPI document says that they do. */
class ControlContractTest {
  private static final Position HEAD = new Position(124, "k3f9");

  private final Contract contract = Contract.of(AsyncApiDocument.read().toString());
  private final ControlFrames frames =
      new ControlFrames(Duration.ofSeconds(15), Duration.ofSeconds(2), new MutableClock());

  @Test
  void theOpeningFits() {
    assertFits("hello", frames.opening(HEAD, "a\"user"));
  }

  @Test
  void aHeartbeatFits() {
    assertFits("heartbeat", frames.heartbeat(HEAD));
  }

  @Test
  void theWarningBeforeTheEndFits() {
    assertFits("auth-expiring", frames.authExpiring(HEAD, Instant.EPOCH));
  }

  @ParameterizedTest
  @EnumSource
  void aResetFitsForWhateverReason(Reset.Reason reason) {
    assertFits("reset", frames.reset(new Reset(reason, new Position(100, "k3f9"), HEAD)));
  }

  private void assertFits(String type, byte[] frame) {
    List<Received> events = EventStreamReader.events(frame);
    assertThat(events).singleElement().extracting(Received::type).isEqualTo(type);
    assertThat(contract.problemOf("stream." + type, events.get(0).data())).isEmpty();
  }
}
