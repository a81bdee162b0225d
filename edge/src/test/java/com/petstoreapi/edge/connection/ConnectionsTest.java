package com.petstoreapi.edge.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.petstoreapi.edge.admission.Overload;
import com.petstoreapi.edge.connection.Connections.Admission;
import com.petstoreapi.edge.identity.AccessToken;
import com.petstoreapi.edge.identity.UserPrincipal;
import com.petstoreapi.edge.settings.QuotaSettings;
import com.petstoreapi.edge.support.Overloads;
import com.petstoreapi.realtime.delivery.Carrier;
import com.petstoreapi.realtime.delivery.Connection;
import com.petstoreapi.realtime.delivery.LaneBounds;
import com.petstoreapi.realtime.delivery.Lanes;
import com.petstoreapi.realtime.delivery.Outlet;
import com.petstoreapi.realtime.delivery.WriterThreads;
import com.petstoreapi.realtime.failure.CloseCause;
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConnectionsTest {
  private final Overload overload = Overloads.none();
  private final Connections connections =
      new Connections(new QuotaSettings(2, 3, 1, 1, 1), overload, Clock.systemUTC());
  private final Lanes lanes =
      new Lanes(new LaneBounds(1, 1, Duration.ofSeconds(5)), WriterThreads.create());

  @AfterEach
  void closeLanes() {
    lanes.close();
  }

  @Test
  void givesAUserSoManyPlacesAndNoMore() {
    connections.admit(user("ann", "192.0.2.1"), Carrier.SSE, "pets", false);
    Admission second = connections.admit(user("ann", "192.0.2.2"), Carrier.SSE, "pets", false);
    assertFull("ann", "192.0.2.3");
    second.release();
    connections.admit(user("ann", "192.0.2.3"), Carrier.SSE, "pets", false);
  }

  @Test
  void givesAnAddressSoManyPlacesAndNoMore() {
    connections.admit(user("ann", "192.0.2.1"), Carrier.SSE, "pets", false);
    connections.admit(user("bob", "192.0.2.1"), Carrier.SSE, "pets", false);
    connections.admit(user("eve", "192.0.2.1"), Carrier.SSE, "pets", false);
    assertFull("dan", "192.0.2.1");
    assertThat(connections.refusedToAddresses()).isEqualTo(1);
    assertThat(connections.refusedToUsers()).isZero();
    connections.admit(user("dan", "192.0.2.2"), Carrier.SSE, "pets", false);
  }

  @Test
  void takesAPlaceBackOnlyOnce() {
    Admission first = connections.admit(user("ann", "192.0.2.1"), Carrier.SSE, "pets", false);
    connections.admit(user("ann", "192.0.2.1"), Carrier.SSE, "pets", false);
    first.release();
    first.release();
    assertThat(connections.count()).isEqualTo(1);
    connections.admit(user("ann", "192.0.2.1"), Carrier.SSE, "pets", false);
    assertFull("ann", "192.0.2.1");
  }

  @Test
  void tellsWhenToComeBack() {
    connections.admit(user("ann", "192.0.2.1"), Carrier.SSE, "pets", false);
    connections.admit(user("ann", "192.0.2.1"), Carrier.SSE, "pets", false);
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
    Admission admission = connections.admit(user("ann", "192.0.2.1"), Carrier.SSE, "pets", false);
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
            Refusal.class,
            () -> connections.admit(user("eve", "192.0.2.7"), Carrier.SSE, "pets", false));
    assertThat(refusal.code()).isEqualTo(ErrorCode.UNAVAILABLE);
    assertThat(connections.isEmpty()).isFalse();
    connections.leave().forEach(Admission::release);
    assertThat(connections.isEmpty()).isTrue();
  }

  @Test
  void turnsNewcomersAwayWhileThereIsTooMuchToDo() {
    connect("ann");
    Overloads.overload(overload);
    assertThat(refusal("bob").code()).isEqualTo(ErrorCode.UNAVAILABLE);
    assertThat(connections.countOf("ann")).isEqualTo(1);
    assertThat(connections.countOf("bob")).isZero();
    Overloads.relieve(overload);
    connect("bob");
  }

  @Test
  void letsThoseComeBackWhoWereThere() {
    Admission before = connections.admit(user("ann", "192.0.2.1"), Carrier.SSE, "pets", false);
    Overloads.overload(overload);
    before.release();
    connect("ann");
    assertThat(refusal("ann").code()).isEqualTo(ErrorCode.UNAVAILABLE);
  }

  @Test
  void letsThoseComeBackWhoseLossWasNotNoticedYet() {
    connect("ann");
    Overloads.overload(overload);
    assertThat(refusal("ann").code()).isEqualTo(ErrorCode.UNAVAILABLE);
    connections.admit(user("ann", "192.0.2.7"), Carrier.SSE, "pets", true);
    assertThat(
            catchThrowableOfType(
                Refusal.class,
                () -> connections.admit(user("bob", "192.0.2.7"), Carrier.SSE, "pets", true)))
        .isNotNull();
  }

  @Test
  void doesNotLetThoseComeBackWhomWeHaveSentAway() {
    connect("ann");
    Overloads.overload(overload);
    connections.endAllOf("ann");
    await().until(() -> connections.countOf("ann") == 0);
    assertThat(refusal("ann").code()).isEqualTo(ErrorCode.UNAVAILABLE);
  }

  @Test
  void showsWhoIsThereInTheOrderInWhichTheyCame() {
    connect("ann");
    connect("bob", "auction/1");
    List<Standing> all = connections.after(0).stream().map(Admission::standing).toList();
    assertThat(all).extracting(Standing::user).containsExactly("ann", "bob");
    assertThat(all).extracting(Standing::stream).containsExactly("pets", "auction/1");
    long first = ConnectionId.cursor(all.get(0).id());
    assertThat(connections.after(first)).hasSize(1);
    assertThat(all.get(0).id()).isLessThan(all.get(1).id()).hasSameSizeAs(all.get(1).id());
  }

  @Test
  void endsOneByItsId() {
    Recorded ann = connect("ann");
    Recorded bob = connect("bob");
    String id = connections.after(0).iterator().next().standing().id();
    connections.find(id).orElseThrow().end(CloseCause.NOT_ALLOWED);
    await().until(() -> ann.cause == CloseCause.NOT_ALLOWED);
    await().until(() -> connections.find(id).isEmpty());
    assertThat(bob.cause).isNull();
    assertThat(connections.find("none of ours")).isEmpty();
    assertThat(connections.find("zzz")).isEmpty();
  }

  private Refusal refusal(String user) {
    return catchThrowableOfType(
        Refusal.class,
        () -> connections.admit(user(user, "192.0.2.7"), Carrier.WEBSOCKET, "pets", false));
  }

  private Recorded connect(String user) {
    return connect(user, "pets");
  }

  private Recorded connect(String user, String stream) {
    Recorded outlet = new Recorded();
    Admission admission =
        connections.admit(user(user, "192.0.2.1"), Carrier.WEBSOCKET, stream, false);
    Connection connection = lanes.connect(outlet, admission::release);
    admission.attach(connection::close);
    return outlet;
  }

  private Refusal assertFull(String name, String address) {
    Refusal refusal =
        catchThrowableOfType(
            Refusal.class,
            () -> connections.admit(user(name, address), Carrier.SSE, "pets", false));
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
