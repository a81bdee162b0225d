package com.petstoreapi.realtime.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.realtime.failure.CloseCause;
import com.petstoreapi.realtime.journal.JournalUnavailable;
import com.petstoreapi.realtime.support.FakeOutlet;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The turns of a connection: when it is written to, and when not. */
class ConnectionTest extends ServedByHand {
  @Test
  void isWrittenToOnceForManyWakes() {
    FakeOutlet outlet = new FakeOutlet();
    Connection connection = connect(outlet);
    connection.wake();
    connection.wake();
    assertThat(serve(connection)).isTrue();
    assertThat(serve(connection)).isFalse();
    assertThat(outlet.writes()).isEqualTo(1);
  }

  @Test
  void isWrittenToAgainWhenItWasWokenDuringTheWrite() {
    Connection[] self = new Connection[1];
    FakeOutlet outlet = wakingOnce(self);
    self[0] = connect(outlet);
    self[0].wake();
    assertThat(serve(self[0])).isTrue();
    assertThat(serve(self[0])).isTrue();
    assertThat(serve(self[0])).isFalse();
  }

  @Test
  void isWrittenToAgainAsLongAsThereIsMore() {
    AtomicInteger batches = new AtomicInteger(3);
    Connection connection = connect(new FakeOutlet(() -> batches.decrementAndGet() > 0));
    connection.wake();
    assertThat(serve(connection)).isTrue();
    assertThat(serve(connection)).isTrue();
    assertThat(serve(connection)).isTrue();
    assertThat(serve(connection)).isFalse();
  }

  @Test
  void waitsFromTheWakeToTheWrite() {
    Connection[] self = new Connection[1];
    boolean[] waiting = new boolean[1];
    self[0] =
        connect(
            new FakeOutlet(
                () -> {
                  waiting[0] = self[0].isWaiting();
                  return false;
                }));
    assertThat(self[0].isWaiting()).isFalse();
    self[0].wake();
    assertThat(self[0].isWaiting()).isTrue();
    serve(self[0]);
    assertThat(waiting[0]).isFalse();
    assertThat(self[0].isWaiting()).isFalse();
    assertThat(self[0].batches()).isEqualTo(1);
  }

  @Test
  void isStuckOnlyAsLongAsItIsBeingWrittenTo() {
    Connection[] self = new Connection[1];
    boolean[] stuck = new boolean[2];
    self[0] =
        connect(
            new FakeOutlet(
                () -> {
                  stuck[0] = self[0].isStuckFor(Duration.ZERO);
                  stuck[1] = self[0].isStuckFor(Duration.ofHours(1));
                  return false;
                }));
    self[0].wake();
    serve(self[0]);
    assertThat(stuck).containsExactly(true, false);
    assertThat(self[0].isStuckFor(Duration.ZERO)).isFalse();
  }

  @Test
  void staysWhenTheJournalCannotBeRead() {
    FakeOutlet outlet = new FakeOutlet(() -> fail(new JournalUnavailable("away", null)));
    Connection connection = connect(outlet);
    connection.wake();
    serve(connection);
    assertThat(connection.isOpen()).isTrue();
    connection.wake();
    assertThat(serve(connection)).isTrue();
    assertThat(closed).hasValue(0);
  }

  @Test
  void keepsAnInterruptThatCameTooLateFromTheNextWrite() {
    Connection connection =
        connect(
            new FakeOutlet(
                () -> {
                  Thread.currentThread().interrupt();
                  return false;
                }));
    connection.wake();
    serve(connection);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    connection.cut(CloseCause.TOO_SLOW);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void isInAWriteFromTheBeginOn() {
    Connection connection = connect(new FakeOutlet());
    connection.wake();
    connection.begin();
    long write = connection.writes();
    assertThat(connection.isInWrite(write)).isTrue();
    connection.serve();
    assertThat(connection.isInWrite(write)).isFalse();
    assertThat(connection.isInWrite(connection.writes())).isFalse();
  }

  private static FakeOutlet wakingOnce(Connection[] self) {
    AtomicInteger wakes = new AtomicInteger(1);
    return new FakeOutlet(
        () -> {
          if (wakes.getAndDecrement() > 0) {
            self[0].wake();
          }
          return false;
        });
  }
}
