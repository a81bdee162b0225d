package com.petstoreapi.edge.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.petstoreapi.edge.settings.JwksSettings;
import com.petstoreapi.edge.support.DelegatingExecutor;
import com.petstoreapi.edge.support.JwksServer;
import com.petstoreapi.edge.support.LoggedLines;
import com.petstoreapi.edge.support.ManualExecutor;
import com.petstoreapi.edge.support.MutableClock;
import com.petstoreapi.edge.support.SigningKey;
import com.petstoreapi.edge.support.TestIssuer;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IssuerOutageTest {
  private static final SigningKey FIRST = SigningKey.ec("first");
  private static final SigningKey SECOND = SigningKey.ec("second");

  @AutoClose private final JwksServer issuer = new JwksServer();
  @AutoClose private final LoggedLines log = new LoggedLines(JwksEndpoint.class);
  private final MutableClock clock = new MutableClock();
  private final TokenVerifier verifier = verifier(issuer.settings());

  @Test
  void startsWhileTheIssuerIsAwayAndAcceptsTokensWhenItIsBack() throws Exception {
    issuer.goAway();
    assertUnknown(FIRST.token());
    issuer.publish(FIRST);
    clock.advance(JwksServer.COOLDOWN);
    assertUnknown(FIRST.token()); // has us ask whether the issuer is back
    assertAccepted(FIRST.token());
  }

  @Test
  void nobodyWaitsOnceItIsKnownThatTheIssuerIsAway() throws Exception {
    ManualExecutor background = new ManualExecutor();
    TokenVerifier waiting = verifier(issuer.settings(), background);
    issuer.publish(FIRST);
    assertThat(waiting.verify(FIRST.token()).user()).isEqualTo("ann");
    issuer.goAway();
    assertThatThrownBy(() -> waiting.verify(SECOND.token())).isInstanceOf(KeysUnavailable.class);
    int asked = issuer.requests();
    clock.advance(JwksServer.CACHE_TIME);
    for (int i = 0; i < 10; i++) {
      assertThat(waiting.verify(FIRST.token()).user()).isEqualTo("ann");
      assertThatThrownBy(() -> waiting.verify(SECOND.token())).isInstanceOf(KeysUnavailable.class);
    }
    assertThat(issuer.requests()).isEqualTo(asked);
    background.runAll();
    assertThat(issuer.requests()).isEqualTo(asked + 2);
  }

  @Test
  void knownKeysStayGoodForAsLongAsTheIssuerIsAway() throws Exception {
    issuer.publish(FIRST);
    assertAccepted(FIRST.token());
    issuer.goAway();
    for (int hours = 0; hours < 100; hours++) {
      clock.advance(Duration.ofHours(1));
      assertAccepted(FIRST.token());
    }
  }

  @Test
  void knownKeysStayGoodWhenNobodyListensAnyMore() throws Exception {
    issuer.publish(FIRST);
    assertAccepted(FIRST.token());
    issuer.close();
    clock.advance(JwksServer.CACHE_TIME.multipliedBy(2));
    assertAccepted(FIRST.token());
    assertUnknown(SECOND.token());
  }

  @Test
  void knownKeysStayGoodWhileOthersUseUpWhatMayBeFetched() throws Exception {
    issuer.publish(FIRST);
    assertAccepted(FIRST.token());
    issuer.goAway();
    clock.advance(JwksServer.CACHE_TIME);
    for (int i = 0; i < 10; i++) {
      assertUnknown(SECOND.token());
      assertAccepted(FIRST.token());
    }
    assertThat(issuer.requests()).isEqualTo(1 + 2 * 2); // two fetches, each of them tried twice
  }

  @Test
  void isUpToDateAgainSoonAfterTheIssuerIsBack() throws Exception {
    issuer.publish(FIRST);
    assertAccepted(FIRST.token());
    issuer.goAway();
    clock.advance(JwksServer.CACHE_TIME);
    assertAccepted(FIRST.token());
    issuer.publish(SECOND);
    clock.advance(JwksServer.COOLDOWN);
    assertAccepted(FIRST.token()); // has us ask whether the issuer is back
    assertAccepted(SECOND.token());
    assertRefused(FIRST.token());
  }

  @Test
  void warnsOnceAnOutageAndTellsNothingOfTheToken() throws Exception {
    for (int outages = 1; outages <= 2; outages++) {
      issuer.goAway();
      for (int i = 0; i < 20; i++) {
        clock.advance(JwksServer.COOLDOWN);
        assertUnknown(FIRST.token());
      }
      assertThat(log.from(Level.WARNING)).hasSize(outages);
      issuer.publish(SECOND);
      clock.advance(JwksServer.COOLDOWN);
      assertUnknown(FIRST.token());
      assertAccepted(SECOND.token());
    }
    assertThat(log.from(Level.INFO)).hasSize(4);
    assertThat(log.from(Level.ALL))
        .noneMatch(line -> line.contains(TestIssuer.part(FIRST.token(), 0)))
        .allMatch(line -> line.contains(issuer.settings().address().toString()));
  }

  @Test
  void doesNotWaitWithoutEndForAnIssuerThatDoesNotAnswer() {
    issuer.fallSilent();
    TokenVerifier impatient = verifier(issuer.settings(Duration.ofMillis(50)));
    assertThatThrownBy(() -> impatient.verify(FIRST.token())).isInstanceOf(KeysUnavailable.class);
  }

  @Test
  void doesNotWaitForTheEndOfAnAnswerThatNeverEnds() {
    issuer.publish(FIRST);
    issuer.neverEnd();
    TokenVerifier impatient = verifier(issuer.settings(Duration.ofMillis(50)));
    assertThatThrownBy(() -> impatient.verify(FIRST.token())).isInstanceOf(KeysUnavailable.class);
  }

  @Test
  void doesNotTakeKeysFromWhereItIsSentOnTo() {
    try (JwksServer elsewhere = new JwksServer()) {
      elsewhere.publish(FIRST);
      issuer.redirectTo(elsewhere.settings().address());
      assertUnknown(FIRST.token());
      assertThat(elsewhere.requests()).isZero();
    }
  }

  @Test
  void doesNotReadAnAnswerThatIsTooLong() throws Exception {
    issuer.publish(FIRST);
    assertAccepted(FIRST.token());
    issuer.answerWith(200, "{\"keys\":[], \"more\":\"" + "x".repeat(JwksServer.MOST_BYTES) + "\"}");
    assertUnknown(SECOND.token());
    assertAccepted(FIRST.token());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "{}",
        "[]",
        "{\"keys\":7}",
        "{\"keys\":[7]}",
        "{\"keys\":[{\"kty\":\"RSA\"}]}",
        "<html>Bad gateway</html>",
        "{\"keys\":[[[[[[[[[[[[[[[[[["
      })
  void takesAnAnswerThatIsNoJwkSetForAnOutage(String garbage) throws Exception {
    issuer.publish(FIRST);
    assertAccepted(FIRST.token());
    issuer.answerWith(200, garbage);
    assertUnknown(SECOND.token());
    assertAccepted(FIRST.token());
  }

  private TokenVerifier verifier(JwksSettings settings) {
    return verifier(settings, Runnable::run);
  }

  private TokenVerifier verifier(JwksSettings settings, Executor background) {
    return new TokenVerifier(
        TestIssuer.settings(Duration.ofSeconds(5)),
        VerificationKeys.ofIssuer(
            new IssuerKeys(settings, clock, new DelegatingExecutor(background))));
  }

  private void assertAccepted(String token) throws Exception {
    assertThat(verifier.verify(token).user()).isEqualTo("ann");
  }

  private void assertRefused(String token) {
    assertThatThrownBy(() -> verifier.verify(token)).isInstanceOf(InvalidToken.class);
  }

  private void assertUnknown(String token) {
    assertThatThrownBy(() -> verifier.verify(token)).isInstanceOf(KeysUnavailable.class);
  }
}
