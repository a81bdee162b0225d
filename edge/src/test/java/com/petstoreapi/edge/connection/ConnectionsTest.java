package com.petstoreapi.edge.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.petstoreapi.edge.connection.Connections.Admission;
import com.petstoreapi.edge.identity.AccessToken;
import com.petstoreapi.edge.identity.UserPrincipal;
import com.petstoreapi.edge.settings.QuotaSettings;
import com.petstoreapi.realtime.delivery.Carrier;
import com.petstoreapi.realtime.delivery.Connection;
import com.petstoreapi.realtime.delivery.LaneBounds;
import com.petstoreapi.realtime.delivery.Lanes;
import com.petstoreapi.realtime.delivery.Outlet;
import com.petstoreapi.realtime.delivery.WriterThreads;
import com.petstoreapi.realtime.failure.CloseCause;
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConnectionsTest {
  private final Connections connections = new Connections(new QuotaSettings(2, 3, 1, 1, 1));
  private final Lanes lanes =
      new Lanes(new LaneBounds(1, 1, Duration.ofSeconds(5)), WriterThreads.create());

  @AfterEach
  void closeLanes() {
    lanes.close();
  }

  @Test
  void givesAUserSoManyPlacesAndNoMore() {
    connections.admit(user("ann", "192.0.2.1"), "pets");
    Admission second = connections.admit(user("ann", "192.0.2.2"), "pets");
    assertFull("ann", "192.0.2.3");
    second.release();
    connections.admit(user("ann", "192.0.2.3"), "pets");
  }

  @Test
  void givesAnAddressSoManyPlacesAndNoMore() {
    connections.admit(user("ann", "192.0.2.1"), "pets");
    connections.admit(user("bob", "192.0.2.1"), "pets");
    connections.admit(user("eve", "192.0.2.1"), "pets");
    assertFull("dan", "192.0.2.1");
    assertThat(connections.refusedToAddresses()).isEqualTo(1);
    assertThat(connections.refusedToUsers()).isZero();
    connections.admit(user("dan", "192.0.2.2"), "pets");
  }

  @Test
  void takesAPlaceBackOnlyOnce() {
    Admission first = connections.admit(user("ann", "192.0.2.1"), "pets");
    connections.admit(user("ann", "192.0.2.1"), "pets");
    first.release();
    first.release();
    assertThat(connections.count()).isEqualTo(1);
    connections.admit(user("ann", "192.0.2.1"), "pets");
    assertFull("ann", "192.0.2.1");
  }

  @Test
  void tellsWhenToComeBack() {
    connections.admit(user("ann", "192.0.2.1"), "pets");
    connections.admit(user("ann", "192.0.2.1"), "pets");
    Integer seconds = (Integer) assertFull("ann", "192.0.2.1").members().get("retryAfterSeconds");
    assertThat(seconds).isBetween(10, 30);
  }

  @Test
  void endsTheConnectionsOfOneUserAndOfNobodyElse() {
    Recorded first = connect("ann");
    Recorded second = connect("ann");
    Recorded other = connect("bob");
    assertThat(connections.endAllOf("ann")).isEqualTo(2);
    await().until(() -> first.cause == CloseCause.NOT_ALLOWED);
    await().until(() -> second.cause == CloseCause.NOT_ALLOWED);
    await().until(() -> connections.countOf("ann") == 0);
    assertThat(other.cause).isNull();
    assertThat(connections.endAllOf("nobody")).isZero();
  }

  @Test
  void endsThoseOfOneStreamAlone() {
    Recorded pets = connect("ann");
    Recorded chat = connect("ann", "chat/1");
    assertThat(connections.endAllOf("ann", "chat/1")).isEqualTo(1);
    await().until(() -> chat.cause == CloseCause.NOT_ALLOWED);
    assertThat(pets.cause).isNull();
    assertThat(connections.countOf("ann")).isEqualTo(1);
  }

  @Test
  void endsAlsoAConnectionThatIsJustBeingMade() {
    Admission admission = connections.admit(user("ann", "192.0.2.1"), "pets");
    assertThat(connections.endAllOf("ann")).isEqualTo(1);
    Recorded late = new Recorded();
    admission.attach(lanes.connect(late, admission::release)::close);
    await().until(() -> late.cause == CloseCause.NOT_ALLOWED);
  }

  @Test
  void admitsNobodyToANodeThatIsAboutToStop() {
    connect("ann");
    connect("bob");
    assertThat(connections.leave()).hasSize(2);

    Refusal refusal =
        catchThrowableOfType(
            Refusal.class, () -> connections.admit(user("eve", "192.0.2.7"), "pets"));
    assertThat(refusal.code()).isEqualTo(ErrorCode.UNAVAILABLE);
    assertThat(connections.isEmpty()).isFalse();
    connections.leave().forEach(Admission::release);
    assertThat(connections.isEmpty()).isTrue();
  }

  private Recorded connect(String user) {
    return connect(user, "pets");
  }

  private Recorded connect(String user, String stream) {
    Recorded outlet = new Recorded();
    Admission admission = connections.admit(user(user, "192.0.2.1"), stream);
    Connection connection = lanes.connect(outlet, admission::release);
    admission.attach(connection::close);
    return outlet;
  }

  private Refusal assertFull(String name, String address) {
    Refusal refusal =
        catchThrowableOfType(Refusal.class, () -> connections.admit(user(name, address), "pets"));
    assertThat(refusal.code()).isEqualTo(ErrorCode.RATE_LIMITED);
    return refusal;
  }

  private static UserPrincipal user(String name, String address) {
    return new UserPrincipal(new AccessToken(name, Set.of("user"), Instant.MAX), address, "r-1");
  }

  /** Remembers how it was closed. */
  private static final class Recorded implements Outlet {
    private volatile CloseCause cause;

    @Override
    public Carrier carrier() {
      return Carrier.SSE;
    }

    @Override
    public boolean write() {
      return false;
    }

    @Override
    public void close(CloseCause why) {
      cause = why;
    }
  }
}
