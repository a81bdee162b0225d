package com.petstoreapi.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.petstoreapi.edge.connection.Lifetime;
import com.petstoreapi.edge.identity.AccessToken;
import com.petstoreapi.edge.identity.Identity;
import com.petstoreapi.edge.identity.UserPrincipal;
import com.petstoreapi.edge.quota.TokenBucket;
import com.petstoreapi.edge.settings.IdentitySettings;
import com.petstoreapi.realtime.failure.CloseCause;
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import jakarta.json.JsonObject;
import java.nio.file.Path;
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

  private final FakeSocket socket = new FakeSocket();
  private final FakeSession session = socket.session();
  private final Guest guest = new Guest();
  private final SocketFigures figures = new SocketFigures();
  private Identity identity;
  private Attendance attendance;
  private Conversation conversation;

  @BeforeEach
  void aClientHasComeIn() {
    identity = Identity.from(settings(directory.resolve("key.jwk")));
    UserPrincipal sue =
        new UserPrincipal(new AccessToken("sue", Set.of("support"), SOON), "", "r-1");
    attendance = new Attendance(sue, new Lifetime(SOON), identity.verifier());
    TokenBucket bucket = new TokenBucket(1, 1, System.nanoTime());
    conversation = new Conversation(socket.connection(), attendance, guest, bucket, 10, figures);
  }

  @AfterEach
  void theSocketIsLetGo() {
    socket.close();
  }

  @Test
  void aNewerTokenIsGoodForHimWhoMayStillBeHere() {
    renew("sue", "user");
    session.awaitText("auth-renewed");
    assertThat(guest.renewals).isEqualTo(1);
    assertThat(attendance.hasRole("support")).isFalse();
    assertThat(socket.writer().isOpen()).isTrue();
  }

  @Test
  void whoMayNotBeHereWithTheNewerTokenIsShownOut() {
    guest.refusal = new Refusal(ErrorCode.FORBIDDEN, "for others");
    renew("sue", "user");
    await().until(session::isClosed);
    assertThat(socket.writer().closeCause()).isEqualTo(CloseCause.NOT_ALLOWED);
    assertThat(session.texts())
        .containsExactly("{\"type\":\"error\",\"code\":\"forbidden\",\"detail\":\"for others\"}");
  }

  @Test
  void ofWhomItCannotBeSaidWhetherHeMayBeHereComesAgain() {
    guest.refusal = Refusal.unavailable("later");
    renew("sue", "user");
    await().until(session::isClosed);
    assertThat(socket.writer().closeCause()).isEqualTo(CloseCause.OVERLOADED);
    assertThat(session.texts()).noneMatch(text -> text.contains("auth-renewed"));
  }

  @Test
  void anothersTokenChangesNothing() {
    renew("tom", "user");
    session.awaitText("forbidden");
    assertThat(guest.renewals).isZero();
    assertThat(attendance.hasRole("support")).isTrue();
    assertThat(socket.writer().isOpen()).isTrue();
  }

  @Test
  void aBinaryMessageThatCameTooSoonIsNotHeard() {
    conversation.hear(new byte[] {1});
    conversation.hear(new byte[] {2});
    session.awaitText("rate-limited");
    assertThat(guest.heard).isEqualTo(1);
    assertThat(guest.unheard).isEqualTo(1);
    assertThat(figures.tooMany()).isEqualTo(1);
  }

  @Test
  void eachMessageIsCountedWhateverBecomesOfIt() {
    conversation.hear("nonsense");
    conversation.hear(new byte[] {1});
    assertThat(figures.processing().count()).isEqualTo(2);
    assertThat(figures.processing().sum()).isPositive();
  }

  private void renew(String user, String role) {
    String token =
        identity.developmentIssuer().orElseThrow().issue(user, Set.of(role), Instant.now(), SOON);
    conversation.hear("{\"type\":\"auth\",\"token\":\"" + token + "\"}");
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
    private int heard;
    private int unheard;

    @Override
    public void hear(String type, JsonObject message) {
      throw Envelope.unknownType();
    }

    @Override
    public void hear(byte[] message) {
      heard++;
    }

    @Override
    public void unheard(Refusal why) {
      unheard++;
      throw why;
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
