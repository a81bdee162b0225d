package com.petstoreapi.edge.sse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.petstoreapi.edge.connection.Lifetime;
import com.petstoreapi.edge.json.JsonText;
import com.petstoreapi.edge.support.Database;
import com.petstoreapi.edge.support.EventStreamReader;
import com.petstoreapi.edge.support.EventStreamReader.Received;
import com.petstoreapi.edge.support.MutableClock;
import com.petstoreapi.edge.support.RecordedAnswer;
import com.petstoreapi.realtime.delivery.Connection;
import com.petstoreapi.realtime.delivery.Cursor;
import com.petstoreapi.realtime.delivery.Filter;
import com.petstoreapi.realtime.delivery.LaneBounds;
import com.petstoreapi.realtime.delivery.Lanes;
import com.petstoreapi.realtime.delivery.LiveStream;
import com.petstoreapi.realtime.delivery.LiveStreams;
import com.petstoreapi.realtime.delivery.Start;
import com.petstoreapi.realtime.delivery.WriterThreads;
import com.petstoreapi.realtime.failure.CloseCause;
import com.petstoreapi.realtime.journal.Audience;
import com.petstoreapi.realtime.journal.Draft;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SseConnectionTest {
  private static final String STREAM = "notifications";

  private final MutableClock clock = new MutableClock();
  private final LiveStreams streams = Database.create(clock).streams(Runnable::run);
  private final LiveStream stream = streams.stream(STREAM);
  private final RecordedAnswer answer = new RecordedAnswer();
  private final Lifetime lifetime = new Lifetime(clock.instant().plusSeconds(3_600));
  private final Lanes lanes =
      new Lanes(new LaneBounds(1, 1, Duration.ofSeconds(5)), WriterThreads.create());

  @AfterEach
  void closeLanes() {
    lanes.close();
  }

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

  /** In a lane, so that a beat wakes it. */
  private SseConnection connected() {
    SseConnection connection = connection(new Start.Live());
    Connection taken = lanes.connect(connection, () -> {});
    connection.attach(taken);
    taken.wake();
    await().until(() -> answer.writes() > 0);
    return connection;
  }

  private SseConnection opened(Start start) throws IOException {
    SseConnection connection = connection(start);
    connection.write();
    return connection;
  }

  private SseConnection connection(Start start) {
    ControlFrames frames = new ControlFrames(Duration.ofSeconds(15), Duration.ofSeconds(2), clock);
    return new SseConnection(
        new SseExchange.Taken(answer.async(), answer.output(), ResponseBuffers.of(answer.output())),
        new Cursor(stream, Filter.of("ann"), start),
        frames,
        "ann",
        lifetime,
        clock,
        Duration.ofSeconds(15).toNanos());
  }

  private void append(String... types) {
    streams
        .writer(STREAM)
        .submit(
            commit -> {
              for (String type : types) {
                commit.append(new Draft(type, Audience.EVERYONE, "", "{}"));
              }
              return "";
            })
        .join();
  }

  private List<String> typesAfterHello() {
    return EventStreamReader.events(answer.bytes()).stream().skip(1).map(Received::type).toList();
  }
}
