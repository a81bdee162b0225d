package com.petstoreapi.realtime.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.petstoreapi.realtime.failure.CloseCause;
import com.petstoreapi.realtime.journal.JournalUnavailable;
import com.petstoreapi.realtime.support.FakeOutlet;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** One connection, served by hand: its lane has no thread. */
class ConnectionTest {
  private final Lane lane = new Lane("lane", task -> {});
  private final LaneFigures figures = new LaneFigures();
  private final AtomicInteger closed = new AtomicInteger();

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
  void isClosedWithTheFirstCauseAndWrittenToNoMore() {
    FakeOutlet outlet = new FakeOutlet();
    Connection connection = connect(outlet);
    connection.close(CloseCause.TOKEN_EXPIRED);
    connection.close(CloseCause.RESTART);
    assertThat(connection.isOpen()).isFalse();
    assertThat(outlet.closes()).isZero(); // by the writer, not by whoever asks
    serve(connection);
    connection.wake();
    assertThat(serve(connection)).isFalse();
    assertThat(outlet.closedWith()).isEqualTo(CloseCause.TOKEN_EXPIRED);
    assertThat(outlet.closes()).isEqualTo(1);
    assertThat(outlet.writes()).isZero();
    assertThat(closed).hasValue(1);
  }

  @Test
  void isClosedAfterTheWriteDuringWhichThatWasAskedFor() {
    Connection[] self = new Connection[1];
    FakeOutlet outlet =
        new FakeOutlet(
            () -> {
              self[0].close(CloseCause.RESTART);
              return true;
            });
    self[0] = connect(outlet);
    self[0].wake();
    serve(self[0]);
    assertThat(serve(self[0])).isFalse();
    assertThat(outlet.writes()).isEqualTo(1);
    assertThat(outlet.closes()).isEqualTo(1);
    assertThat(outlet.wasMisused()).isFalse();
    assertThat(closed).hasValue(1);
  }

  @Test
  void isNeitherWrittenToNorClosedWhenItIsGone() {
    FakeOutlet outlet = new FakeOutlet();
    Connection connection = connect(outlet);
    connection.wake();
    connection.gone();
    connection.gone();
    connection.wake();
    connection.close(CloseCause.RESTART);
    assertThat(serve(connection)).isFalse();
    assertThat(outlet.writes() + outlet.closes()).isZero();
    assertThat(connection.closeCause()).isEqualTo(CloseCause.GONE);
    assertThat(closed).hasValue(1);
  }

  @Test
  void isNotClosedAfterItWentDuringAWrite() {
    Connection[] self = new Connection[1];
    FakeOutlet outlet =
        new FakeOutlet(
            () -> {
              self[0].gone();
              return true;
            });
    self[0] = connect(outlet);
    self[0].wake();
    serve(self[0]);
    assertThat(serve(self[0])).isFalse();
    assertThat(outlet.closes()).isZero();
    assertThat(closed).hasValue(1);
  }

  @Test
  void isClosedWhenTheClientIsGone() {
    FakeOutlet outlet = new FakeOutlet(() -> fail(new IOException("reset by peer")));
    assertClosedWhenServed(outlet, CloseCause.GONE);
  }

  @Test
  void isClosedWhenItsTransportFails() {
    assertClosedWhenServed(
        new FakeOutlet(() -> fail(new IllegalStateException())), CloseCause.FAULT);
    assertClosedWhenServed(new FakeOutlet(() -> fail(new StackOverflowError())), CloseCause.FAULT);
  }

  @Test
  void isOverEvenWhenItCannotBeClosed() {
    FakeOutlet outlet =
        new FakeOutlet(() -> fail(new IOException())) {
          @Override
          public void close(CloseCause cause) {
            throw new IllegalStateException("closed already");
          }
        };
    Connection connection = connect(outlet);
    connection.wake();
    serve(connection);
    assertThat(closed).hasValue(1);
  }

  /** Else the lane would lose its owner. */
  @Test
  void keepsToItselfThatWhoeverIsToldOfItsEndFails() {
    Connection connection =
        new Connection(
            lane,
            new FakeOutlet(),
            () -> {
              throw new IllegalStateException("broken");
            },
            figures);
    connection.close(CloseCause.DONE);
    assertThatCode(() -> serve(connection)).doesNotThrowAnyException();
  }

  /** The client read at the last moment: nothing else would wake the connection any more. */
  @Test
  void isOverWhenItWasCutJustAsItsWriteEnded() {
    FakeOutlet outlet = new FakeOutlet();
    Connection connection = connect(outlet);
    connection.wake();
    serve(connection);
    assertThat(connection.cut(CloseCause.TOO_SLOW)).isTrue();
    assertThat(connection.cut(CloseCause.TOO_SLOW)).isFalse();
    serve(connection);
    assertThat(outlet.closes()).isEqualTo(1);
    assertThat(connection.closeCause()).isEqualTo(CloseCause.TOO_SLOW);
    assertThat(closed).hasValue(1);
  }

  @Test
  void isClosedByItsWriterWhenItWasCutDuringAWrite() {
    Connection[] self = new Connection[1];
    FakeOutlet outlet =
        new FakeOutlet(
            () -> {
              self[0].cut(CloseCause.TOO_SLOW);
              return fail(new IOException("interrupted"));
            });
    self[0] = connect(outlet);
    self[0].wake();
    serve(self[0]);
    assertThat(outlet.closedWith()).isEqualTo(CloseCause.TOO_SLOW);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    assertThat(closed).hasValue(1);
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

  private void assertClosedWhenServed(FakeOutlet outlet, CloseCause cause) {
    closed.set(0);
    Connection connection = connect(outlet);
    connection.wake();
    serve(connection);
    connection.wake();
    assertThat(serve(connection)).isFalse();
    assertThat(outlet.closes()).isEqualTo(1);
    assertThat(outlet.closedWith()).isEqualTo(cause);
    assertThat(closed).hasValue(1);
  }

  @Test
  void isCountedOnceWhenItComesAndOnceWhenItGoes() {
    FakeOutlet outlet = new FakeOutlet();
    Connection connection = connect(outlet);
    connection.close(CloseCause.TOKEN_EXPIRED);
    connection.close(CloseCause.RESTART);
    serve(connection);
    connection.gone();
    assertThat(figures.opened().of(Carrier.SSE)).isEqualTo(1);
    assertThat(figures.opened().of(Carrier.WEBSOCKET)).isZero();
    assertThat(figures.closed(Carrier.SSE).of(CloseCause.TOKEN_EXPIRED)).isEqualTo(1);
    assertThat(figures.closed(Carrier.SSE).of(CloseCause.RESTART)).isZero();
    assertThat(figures.closed(Carrier.SSE).of(CloseCause.GONE)).isZero();
  }

  private Connection connect(FakeOutlet outlet) {
    return new Connection(lane, outlet, closed::incrementAndGet, figures);
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

  private static boolean serve(Connection connection) {
    boolean begun = connection.begin();
    if (begun) {
      connection.serve();
    }
    return begun;
  }

  private static boolean fail(Throwable cause) throws IOException {
    if (cause instanceof IOException lost) {
      throw lost;
    } else if (cause instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) cause;
  }
}
