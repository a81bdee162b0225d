package com.petstoreapi.edge.sse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.petstoreapi.edge.json.JsonText;
import com.petstoreapi.edge.support.EventStreamReader;
import com.petstoreapi.edge.support.EventStreamReader.Received;
import com.petstoreapi.realtime.delivery.Start;
import com.petstoreapi.realtime.failure.CloseCause;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SseConnectionTest extends SseConnectionFixture {
  @Test
  void beginsWithTheRetryTimeAndTheHello() throws IOException {
    connection(new Start.Live()).write();
    EventStreamReader reader = EventStreamReader.read(answer.bytes());
    assertThat(reader.retry()).isEqualTo("2000");
    Received hello = reader.events().get(0);
    assertThat(hello.type()).isEqualTo("hello");
    assertThat(hello.id()).isEqualTo(stream.head().toString());
    assertThat(JsonText.parse(hello.data()))
        .isEqualTo(
            JsonText.parse(
                "{\"position\":\"%s\",\"heartbeatSeconds\":15,\"userId\":\"ann\"}"
                    .formatted(stream.head())));
  }

  @Test
  void sendsInOnePieceWhatHasComeSince() throws IOException {
    SseConnection connection = opened(new Start.Live());
    append("one", "two", "three");
    int writes = answer.writes();
    assertThat(connection.write()).isFalse();
    assertThat(answer.writes()).isEqualTo(writes + 1);
    assertThat(typesAfterHello()).containsExactly("one", "two", "three");
  }

  @Test
  void sendsABacklogInSeveralPieces() throws IOException {
    append("x".repeat(60));
    for (int i = 1; i < 200; i++) {
      append("x".repeat(60));
    }
    SseConnection connection = connection(new Start.Earliest());
    int writes = 1;
    while (connection.write()) {
      writes++;
    }
    assertThat(typesAfterHello()).hasSize(200);
    assertThat(writes).isGreaterThan(2);
  }

  @Test
  void tellsAReset() throws IOException {
    append("one");
    opened(new Start.Malformed());
    Received reset = EventStreamReader.events(answer.bytes()).get(1);
    assertThat(reset.type()).isEqualTo("reset");
    assertThat(reset.data()).contains("\"reason\":\"malformed\"");
    assertThat(reset.id()).isEqualTo(stream.head().toString());
  }

  @Test
  void losesNothingOfWhatComesBetweenTheOpeningAndAReset() throws IOException {
    SseConnection connection = connection(new Start.Malformed());
    append("one", "two");
    connection.write();
    assertThat(typesAfterHello()).containsExactly("reset", "one", "two");
  }

  @Test
  void completesTheAnswerWhenItCloses() throws IOException {
    opened(new Start.Live()).close(CloseCause.RESTART);
    assertThat(answer.completions()).isEqualTo(1);
  }

  @Test
  void tellsEachClientAnotherTimeToComeBackWhenTheServerStops() throws IOException {
    opened(new Start.Live()).close(CloseCause.RESTART);
    assertThat(Integer.parseInt(EventStreamReader.read(answer.bytes()).retry()))
        .isBetween(500, 5_000)
        .isNotEqualTo(2_000);
  }

  @Test
  void isContentWhenTheContainerHasCompletedTheAnswer() throws IOException {
    SseConnection connection = opened(new Start.Live());
    answer.failToComplete();
    connection.close(CloseCause.GONE);
    assertThat(answer.completions()).isEqualTo(1);
  }

  @Test
  void tellsOnceThatTheTokenEndsSoon() throws IOException {
    SseConnection connection = connected();
    clock.advance(Duration.ofSeconds(3_570));
    connection.beat(System.nanoTime());
    connection.beat(System.nanoTime());
    await().until(() -> typesAfterHello().contains("auth-expiring"));
    assertThat(typesAfterHello()).containsOnlyOnce("auth-expiring");
  }

  @Test
  void endsWithTheToken() {
    SseConnection connection = connected();
    clock.advance(Duration.ofSeconds(3_600));
    connection.beat(System.nanoTime());
    await().until(() -> answer.completions() == 1);
  }
}
