package com.petstoreapi.edge.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.petstoreapi.edge.support.DelegatingExecutor;
import com.petstoreapi.edge.support.JwksServer;
import com.petstoreapi.edge.support.MutableClock;
import com.petstoreapi.edge.support.SigningKey;
import com.petstoreapi.edge.support.TestIssuer;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class IssuerKeysTest {
  private static final SigningKey FIRST = SigningKey.ec("first");
  private static final SigningKey SECOND = SigningKey.rsa("second", 2_048);

  /** Fetches in one cooldown: the one that opens it, and one more. */
  private static final int FETCHES_IN_A_COOLDOWN = 2;

  @AutoClose private final JwksServer issuer = new JwksServer();
  private final MutableClock clock = new MutableClock();
  private final TokenVerifier verifier =
      new TokenVerifier(
          TestIssuer.settings(Duration.ofSeconds(5)),
          VerificationKeys.ofIssuer(
              new IssuerKeys(issuer.settings(), clock, DelegatingExecutor.sameThread())));

  @Test
  void acceptsTokensOfEveryKeyInTheSet() throws Exception {
    issuer.publish(FIRST, SECOND);
    assertAccepted(FIRST.token());
    assertAccepted(SECOND.token());
  }

  @Test
  void acceptsATokenThatNamesNoKey() throws Exception {
    issuer.publish(FIRST, SECOND);
    assertAccepted(SECOND.tokenNaming(null));
  }

  @Test
  void fetchesTheSetOnceForManyTokens() throws Exception {
    issuer.publish(FIRST, SECOND);
    for (int i = 0; i < 20; i++) {
      assertAccepted(FIRST.token());
      assertAccepted(SECOND.token());
    }
    assertThat(issuer.requests()).isEqualTo(1);
  }

  @Test
  void acceptsANewKeyAtOnceAndTheOldOneWhileItIsPublished() throws Exception {
    issuer.publish(FIRST);
    assertAccepted(FIRST.token());
    issuer.publish(SECOND, FIRST);
    assertAccepted(SECOND.token());
    assertAccepted(FIRST.token());
  }

  @Test
  void acceptsAWithdrawnKeyUntilTheCacheTimeIsOver() throws Exception {
    issuer.publish(FIRST, SECOND);
    assertAccepted(FIRST.token());
    issuer.publish(SECOND);
    assertAccepted(FIRST.token());
    clock.advance(JwksServer.CACHE_TIME);
    assertRefused(FIRST.token());
    assertAccepted(SECOND.token());
  }

  @Test
  void fetchesTheSetAheadOfItsEndAndOnlyThen() throws Exception {
    issuer.publish(FIRST);
    assertAccepted(FIRST.token());
    clock.advance(JwksServer.CACHE_TIME.multipliedBy(79).dividedBy(100));
    assertAccepted(FIRST.token());
    assertThat(issuer.requests()).isEqualTo(1);
    clock.advance(JwksServer.CACHE_TIME.dividedBy(100));
    assertAccepted(FIRST.token());
    assertThat(issuer.requests()).isEqualTo(2);
  }

  @Test
  void isNotDrivenToHammerTheIssuerByKeysThatAreMadeUp() throws Exception {
    issuer.publish(FIRST);
    assertAccepted(FIRST.token());
    clock.advance(JwksServer.COOLDOWN);
    for (int cooldowns = 1; cooldowns <= 3; cooldowns++) {
      for (int i = 0; i < 50; i++) {
        assertRefused(FIRST.tokenNaming("made-up-" + i));
        assertAccepted(FIRST.token());
      }
      assertThat(issuer.requests()).isEqualTo(1 + cooldowns * FETCHES_IN_A_COOLDOWN);
      clock.advance(JwksServer.COOLDOWN);
    }
  }

  @Test
  void doesNotAskTheIssuerForATokenThatIsRefusedAnyway() {
    issuer.publish(FIRST);
    Date past = Date.from(Instant.now().minusSeconds(60));
    assertRefused(FIRST.token(TestIssuer.claimsBut("iss", "https://another.test")));
    assertRefused(FIRST.token(TestIssuer.claimsBut("aud", "another")));
    assertRefused(FIRST.token(TestIssuer.claimsBut("exp", past)));
    assertRefused(FIRST.tokenOfType("logout+jwt"));
    assertThat(issuer.requests()).isZero();
  }

  private void assertAccepted(String token) throws Exception {
    assertThat(verifier.verify(token).user()).isEqualTo("ann");
  }

  private void assertRefused(String token) {
    assertThatThrownBy(() -> verifier.verify(token)).isInstanceOf(InvalidToken.class);
  }
}
