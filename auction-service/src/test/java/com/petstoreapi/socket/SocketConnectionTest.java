package com.petstoreapi.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.petstoreapi.edge.connection.Lifetime;
import com.petstoreapi.realtime.delivery.Connection;
import com.petstoreapi.realtime.delivery.LaneBounds;
import com.petstoreapi.realtime.delivery.Lanes;
import com.petstoreapi.realtime.delivery.WriterThreads;
import com.petstoreapi.realtime.failure.CloseCause;
import com.petstoreapi.realtime.failure.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SocketConnectionTest {
  private static final long AN_HOUR = Duration.ofHours(1).toNanos();
  private static final SocketSettings SETTINGS =
      new SocketSettings(Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(1), 20, 40, 60);

  private final FakeFeed feed = new FakeFeed();
  private final FakeSession session = new FakeSession();
  private final Lanes lanes =
      new Lanes(new LaneBounds(1, 10, Duration.ofSeconds(5)), WriterThreads.create());
  private SocketConnection connection;

  @BeforeEach
  void aClientHasComeIn() {
    comeIn(Aside.NOTHING);
  }

  private void comeIn(Aside aside) {
    connection =
        new SocketConnection(
            "r-1",
            new Frames(session.session(), false),
            feed,
            aside,
            new Pings(AN_HOUR, AN_HOUR, System.nanoTime()),
            new Lifetime(Instant.MAX),
            SETTINGS.mostReplies(Duration.ofSeconds(1)),
            AN_HOUR,
            Clock.systemUTC());
    Connection writer = lanes.connect(connection, () -> {});
    connection.attach(writer);
    writer.wake();
  }

  @AfterEach
  void theLanesAreLetGo() {
    lanes.close();
  }

  @Test
  void whoWaitsForAnAnswerGetsItBeforeTheServerStops() {
    CompletableFuture<String> answer = new CompletableFuture<>();
    connection.replyTo(() -> answer);
    connection.end(CloseCause.RESTART);

    assertThat(connection.isLeaving()).isTrue();
    assertThat(session.isClosed()).isFalse();
    answer.complete("{\"type\":\"accepted\"}");
    await().until(session::isClosed);
    assertThat(session.texts()).last().isEqualTo("{\"type\":\"accepted\"}");
  }

  @Test
  void whoWaitsForNothingLeavesAtOnceWhenTheServerStops() {
    connection.end(CloseCause.RESTART);
    await().until(session::isClosed);
  }

  @Test
  void whoWaitsForAnAnswerGetsItBeforeTheSocketOfAnEndedStreamCloses() {
    CompletableFuture<String> answer = new CompletableFuture<>();
    connection.replyTo(() -> answer);
    end();
    session.awaitText("auction-end");

    assertThat(session.isClosed()).isFalse();
    answer.complete("{\"type\":\"accepted\"}");
    await().until(session::isClosed);
    assertThat(session.texts()).last().isEqualTo("{\"type\":\"accepted\"}");
  }

  @Test
  void whoWaitsForNothingIsSentHomeAtTheEnd() {
    end();
    await().until(session::isClosed);
    assertThat(session.texts()).last().asString().contains("auction-end");
  }

  @Test
  void aCommandThatIsRefusedAtOnceIsNotWaitedFor() {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(
            () ->
                connection.replyTo(
                    () -> {
                      throw Refusal.notFound("nothing");
                    }));
    end();
    await().until(session::isClosed);
  }

  @Test
  void whoSaysAllThatHeMayAtOnceIsAnsweredAllOfItEvenIfTheWriterIsLate() {
    int mayAtOnce = SETTINGS.burst() + SETTINGS.mostRefused();
    session.whileNothingIsSent(
        () -> IntStream.range(0, mayAtOnce).forEach(i -> connection.reply("{\"at\":" + i + "}")));

    session.awaitText("{\"at\":" + (mayAtOnce - 1) + "}");
    assertThat(session.isClosed()).isFalse();
  }

  @Test
  void whoAsksAndAsksButNeverReadsIsLetGo() {
    int tooMany = SETTINGS.mostReplies(Duration.ofSeconds(1)) + 1_000;
    session.whileNothingIsSent(
        () -> IntStream.range(0, tooMany).forEach(i -> connection.reply("{}")));

    await().until(session::isClosed);
  }

  @Test
  void whatIsBinaryComesRightAfterItsMessage() {
    feed.tell("{\"type\":\"attachment\"}", new byte[] {1, 2, 3});
    connection.reply("{\"type\":\"pong\"}");

    session.awaitText("pong");
    assertThat(session.texts())
        .containsSubsequence("{\"type\":\"attachment\"}", "[1, 2, 3]", "{\"type\":\"pong\"}");
  }

  @Test
  void nothingIsAskedForBeforeItIsAttached() {
    Hasty aside = new Hasty();
    comeIn(aside);
    session.awaitText("here");
    assertThat(aside.askedTooEarly).isFalse();
  }

  /** Rings while it is being attached. */
  private static final class Hasty implements Aside {
    private final CountDownLatch asked = new CountDownLatch(1);
    private volatile boolean ready;
    private volatile boolean askedTooEarly;

    @Override
    public void attach(Runnable bell) {
      bell.run();
      try {
        askedTooEarly = asked.await(200, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      ready = true;
    }

    @Override
    public List<String> take(Supplier<List<String>> answers) {
      asked.countDown();
      return ready ? List.of("{\"type\":\"here\"}") : List.of();
    }

    @Override
    public boolean isBehind() {
      return false;
    }
  }

  private void end() {
    feed.end("{\"type\":\"auction-end\"}");
    connection.bell().run();
  }
}
