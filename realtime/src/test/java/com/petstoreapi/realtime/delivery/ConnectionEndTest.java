package com.petstoreapi.realtime.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.petstoreapi.realtime.failure.CloseCause;
import com.petstoreapi.realtime.support.FakeOutlet;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** How a connection ends, and that it does so once. */
class ConnectionEndTest extends ServedByHand {
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
}
