package com.petstoreapi.edge.sse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.petstoreapi.realtime.delivery.Start;
import com.petstoreapi.realtime.failure.CloseCause;
import com.petstoreapi.realtime.journal.JournalUnavailable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class SseAdmissionTest extends SseConnectionFixture {
  private final AtomicInteger asked = new AtomicInteger();
  private volatile boolean admitted = true;
  private volatile boolean outage;

  @Override
  boolean isAdmitted() {
    asked.incrementAndGet();
    if (outage) {
      throw new JournalUnavailable("away", null);
    }
    return admitted;
  }

  @Test
  void endsForHimWhoMayBeThereNoLongerAndTellsHimNothingMore() {
    SseConnection connection = connected();
    admitted = false;
    append("secret");
    connection.beat(System.nanoTime());
    await().until(() -> answer.completions() == 1);
    assertThat(lane.closeCause()).isEqualTo(CloseCause.NOT_ALLOWED);
    assertThat(typesAfterHello()).isEmpty();
  }

  @Test
  void isNotEvenBegunForHimWhoWasRemovedMeanwhile() {
    admitted = false;
    connect(connection(new Start.Live()));
    await().until(() -> answer.completions() == 1);
    assertThat(lane.closeCause()).isEqualTo(CloseCause.NOT_ALLOWED);
    assertThat(answer.writes()).isZero();
  }

  @Test
  void endsInAQuietPlaceWithTheNextHeartbeat() {
    SseConnection connection = connected();
    admitted = false;
    awaitBeating(connection, Duration.ofSeconds(20), () -> answer.completions() == 1);
    assertThat(lane.closeCause()).isEqualTo(CloseCause.NOT_ALLOWED);
  }

  @Test
  void asksOnlyWhenThereIsSomethingToTell() throws IOException {
    SseConnection connection = opened(new Start.Live());
    assertThat(asked).hasValue(1);
    connection.write();
    assertThat(asked).hasValue(1);
    append("one", "two", "three");
    connection.write();
    assertThat(asked).hasValue(2);
  }

  @Test
  void keepsWhatIsToBeToldUntilItIsKnownWhetherHeMayHearIt() throws IOException {
    SseConnection connection = opened(new Start.Live());
    outage = true;
    append("one");
    assertThatThrownBy(connection::write).isInstanceOf(JournalUnavailable.class);
    append("two");
    connect(connection);
    await().until(() -> asked.get() == 3);
    assertThat(typesAfterHello()).isEmpty();
    outage = false;
    awaitBeating(connection, Duration.ZERO, () -> typesAfterHello().size() == 2);
    assertThat(typesAfterHello()).containsExactly("one", "two");
    assertThat(lane.isOpen()).isTrue();
  }

  @Test
  void livesOnWhileItCannotBeKnownWhetherHeMayBeThere() {
    SseConnection connection = connected();
    outage = true;
    awaitBeating(connection, Duration.ofSeconds(20), () -> typesAfterHello().contains("heartbeat"));
    assertThat(lane.isOpen()).isTrue();
  }

  private static void awaitBeating(
      SseConnection connection, Duration ahead, BooleanSupplier condition) {
    await()
        .until(
            () -> {
              connection.beat(System.nanoTime() + ahead.toNanos());
              return condition.getAsBoolean();
            });
  }
}
