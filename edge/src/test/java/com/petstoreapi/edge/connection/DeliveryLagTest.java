package com.petstoreapi.edge.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.edge.connection.Connections.Admission;
import com.petstoreapi.edge.identity.AccessToken;
import com.petstoreapi.edge.identity.UserPrincipal;
import com.petstoreapi.edge.settings.QuotaSettings;
import com.petstoreapi.edge.support.DelegatingExecutor;
import com.petstoreapi.edge.support.History;
import com.petstoreapi.edge.support.ManualExecutor;
import com.petstoreapi.edge.support.MutableClock;
import com.petstoreapi.edge.support.Overloads;
import com.petstoreapi.edge.support.SilentOutlet;
import com.petstoreapi.realtime.delivery.Carrier;
import com.petstoreapi.realtime.delivery.Connection;
import com.petstoreapi.realtime.delivery.Cursor;
import com.petstoreapi.realtime.delivery.Filter;
import com.petstoreapi.realtime.delivery.LaneBounds;
import com.petstoreapi.realtime.delivery.Lanes;
import com.petstoreapi.realtime.delivery.Start;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Connections in a lane that never comes round. */
class DeliveryLagTest {
  private final MutableClock clock = new MutableClock();
  private final History history = new History(clock);
  private final Connections connections =
      new Connections(new QuotaSettings(9_000, 9_000, 1, 1, 1), Overloads.none(), clock);
  private final DeliveryLag lag = new DeliveryLag(connections);
  private final Lanes lanes =
      new Lanes(
          new LaneBounds(1, 1, Duration.ofSeconds(5)),
          new DelegatingExecutor(new ManualExecutor()));

  @AfterEach
  void closeLanes() {
    lanes.close();
  }

  @Test
  void isNoneWhereNobodyWaits() {
    open(new Start.Live());
    assertThat(look()).isZero();
  }

  @Test
  void isTheTimeForWhichTheNextEventHasWaited() {
    Client client = open(new Start.Live());
    history.append(History.event("first"));
    client.connection().wake();
    assertThat(look()).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(20));
    client.cursor().take(10, 1_000);
    assertThat(look()).isZero();
  }

  @Test
  void isNotThatOfWhoDoesNotWaitForUs() {
    open(new Start.Live());
    history.append(History.event("first"));
    assertThat(look()).isZero();
  }

  @Test
  void isNotThatOfWhoReplaysWhatHeMissed() {
    history.append(History.event("first"));
    Client client = open(new Start.Earliest());
    client.connection().wake();
    assertThat(look()).isZero();

    client.cursor().take(10, 1_000);
    look();
    history.append(History.event("second"));
    assertThat(look()).isPositive();
  }

  @Test
  void isThatOfTheOneInTheMiddle() {
    Client late = open(new Start.Live());
    history.append(History.event("first"), History.event("second"));
    late.connection().wake();
    for (int i = 0; i < 2; i++) {
      open(new Start.Live()).connection().wake();
    }
    long now = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    Duration alone = lag.look(now);
    history.append(History.event("third"));
    assertThat(lag.look(now)).isLessThan(alone).isPositive();
  }

  @Test
  void looksAtSomeAndGoesOnWithTheOthers() {
    for (int i = 0; i < 5_000; i++) {
      open(new Start.Live());
    }
    Client last = open(new Start.Live());
    history.append(History.event("first"));
    last.connection().wake();
    assertThat(look()).isZero();
    assertThat(look()).isPositive();
    assertThat(look()).isZero();
  }

  private Client open(Start start) {
    Cursor cursor = new Cursor(history.stream(), Filter.of("ann"), start);
    Connection connection = lanes.connect(new SilentOutlet(), () -> {});
    Admission admission = connections.admit(ann(), Carrier.SSE, "history", false);
    admission.show(new Delivery(connection, history.stream(), cursor::position, cursor::behind));
    return new Client(cursor, connection);
  }

  /** As it is ten seconds from now. */
  private Duration look() {
    return lag.look(System.nanoTime() + TimeUnit.SECONDS.toNanos(10));
  }

  private static UserPrincipal ann() {
    return new UserPrincipal(
        new AccessToken("ann", Set.of("user"), Instant.MAX), "192.0.2.1", "request-1");
  }

  private record Client(Cursor cursor, Connection connection) {}
}
