package com.petstoreapi.edge.sse;

import static org.awaitility.Awaitility.await;

import com.petstoreapi.edge.connection.Lifetime;
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
import com.petstoreapi.realtime.journal.Audience;
import com.petstoreapi.realtime.journal.Draft;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** A stream, and a response that keeps what is sent of it. */
abstract class SseConnectionFixture {
  private static final String STREAM = "notifications";

  final MutableClock clock = new MutableClock();
  final RecordedAnswer answer = new RecordedAnswer();
  private final LiveStreams streams = Database.create(clock).streams(Runnable::run);
  final LiveStream stream = streams.stream(STREAM);
  private final Lifetime lifetime = new Lifetime(clock.instant().plusSeconds(3_600));
  private final Lanes lanes =
      new Lanes(new LaneBounds(1, 1, Duration.ofSeconds(5)), WriterThreads.create());

  /** The lane of the last connection that has one. */
  Connection lane;

  @AfterEach
  void closeLanes() {
    lanes.close();
  }

  /** Whether the client may still be there. */
  boolean isAdmitted() {
    return true;
  }

  /** In a lane, so that a beat wakes it. */
  SseConnection connected() {
    SseConnection connection = connection(new Start.Live());
    connect(connection);
    await().until(() -> answer.writes() > 0);
    return connection;
  }

  void connect(SseConnection connection) {
    lane = lanes.connect(connection, () -> {});
    connection.attach(lane);
    lane.wake();
  }

  SseConnection opened(Start start) throws IOException {
    SseConnection connection = connection(start);
    connection.write();
    return connection;
  }

  SseConnection connection(Start start) {
    ControlFrames frames = new ControlFrames(Duration.ofSeconds(15), Duration.ofSeconds(2), clock);
    return new SseConnection(
        "r-1",
        new SseExchange.Taken(answer.async(), answer.output(), ResponseBuffers.of(answer.output())),
        new Cursor(stream, Filter.of("ann"), start),
        frames,
        "ann",
        lifetime,
        clock,
        Duration.ofSeconds(15).toNanos(),
        this::isAdmitted);
  }

  void append(String... types) {
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

  List<String> typesAfterHello() {
    return EventStreamReader.events(answer.bytes()).stream().skip(1).map(Received::type).toList();
  }
}
