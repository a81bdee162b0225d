package com.petstoreapi.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.petstoreapi.edge.connection.Lifetime;
import com.petstoreapi.edge.identity.AccessToken;
import com.petstoreapi.edge.identity.Identity;
import com.petstoreapi.edge.identity.UserPrincipal;
import com.petstoreapi.edge.quota.TokenBucket;
import com.petstoreapi.edge.settings.IdentitySettings;
import com.petstoreapi.realtime.delivery.Connection;
import com.petstoreapi.realtime.delivery.LaneBounds;
import com.petstoreapi.realtime.delivery.Lanes;
import com.petstoreapi.realtime.delivery.WriterThreads;
import com.petstoreapi.realtime.failure.CloseCause;
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConversationTest {
  private static final Instant SOON = Instant.now().plusSeconds(600);

  @TempDir private Path directory;

  private final FakeSession session = new FakeSession();
  private final Guest guest = new Guest();
  private final Lanes lanes =
      new Lanes(new LaneBounds(1, 10, Duration.ofSeconds(5)), WriterThreads.create());
  private Identity identity;
  private Attendance attendance;
  private Connection writer;
  private Conversation conversation;

  @BeforeEach
  void aClientHasComeIn() {
    identity = Identity.from(settings(directory.resolve("key.jwk")));
    Lifetime lifetime = new Lifetime(SOON);
    UserPrincipal sue = new UserPrincipal(new AccessToken("sue", Set.of("support"), SOON), "");
    attendance = new Attendance(sue, lifetime, identity.verifier());
    SocketConnection connection = connection(lifetime);
    TokenBucket bucket = new TokenBucket(1, 1, System.nanoTime());
    conversation = new Conversation(connection, attendance, guest, bucket, 10);
  }

  @AfterEach
  void theLanesAreLetGo() {
    lanes.close();
  }

  @Test
  void aNewerTokenIsGoodForHimWhoMayStillBeHere() {
    renew("sue", "user");
    session.awaitText("auth-renewed");
    assertThat(guest.renewals).isEqualTo(1);
    assertThat(attendance.hasRole("support")).isFalse();
    assertThat(writer.isOpen()).isTrue();
  }

  @Test
  void whoMayNotBeHereWithTheNewerTokenIsShownOut() {
    guest.refusal = new Refusal(ErrorCode.FORBIDDEN, "for others");
    renew("sue", "user");
    await().until(session::isClosed);
    assertThat(writer.closeCause()).isEqualTo(CloseCause.NOT_ALLOWED);
    assertThat(session.texts())
        .containsExactly("{\"type\":\"error\",\"code\":\"forbidden\",\"detail\":\"for others\"}");
  }

  @Test
  void ofWhomItCannotBeSaidWhetherHeMayBeHereComesAgain() {
    guest.refusal = Refusal.unavailable("later");
    renew("sue", "user");
    await().until(session::isClosed);
    assertThat(writer.closeCause()).isEqualTo(CloseCause.OVERLOADED);
    assertThat(session.texts()).noneMatch(text -> text.contains("auth-renewed"));
  }

  @Test
  void anothersTokenChangesNothing() {
    renew("tom", "user");
    session.awaitText("forbidden");
    assertThat(guest.renewals).isZero();
    assertThat(attendance.hasRole("support")).isTrue();
    assertThat(writer.isOpen()).isTrue();
  }

  private void renew(String user, String role) {
    String token =
        identity.developmentIssuer().orElseThrow().issue(user, Set.of(role), Instant.now(), SOON);
    conversation.hear("{\"type\":\"auth\",\"token\":\"" + token + "\"}");
  }

  private SocketConnection connection(Lifetime lifetime) {
    long anHour = Duration.ofHours(1).toNanos();
    SocketConnection connection =
        new SocketConnection(
            new Frames(session.session(), false),
            new FakeFeed(),
            Aside.NOTHING,
            new Pings(anHour, anHour, System.nanoTime()),
            lifetime,
            20,
            anHour,
            Clock.systemUTC());
    writer = lanes.connect(connection, () -> {});
    connection.attach(writer);
    return connection;
  }

  private static IdentitySettings settings(Path key) {
    return new IdentitySettings(
        "https://issuer.test",
        "petstore-live",
        Duration.ofSeconds(5),
        "groups",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        true,
        key);
  }

  /** Hears everything, and may be here as long as nothing is said against it. */
  private static final class Guest implements Listener {
    private Refusal refusal;
    private int renewals;

    @Override
    public void hear(String type, JsonObject message) {
      throw Envelope.unknownType();
    }

    @Override
    public void renewed() {
      renewals++;
      if (refusal != null) {
        throw refusal;
      }
    }
  }
}
