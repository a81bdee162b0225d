package com.petstoreapi.edge.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.petstoreapi.edge.support.TestIssuer;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.Test;

class TokenTimesTest {
  private final TokenVerifier strict = verifier(0);
  private final TokenVerifier lenient = verifier(300);

  @Test
  void refusesATokenThatExpired() {
    assertRefused(strict, "exp", secondsFromNow(-60));
  }

  @Test
  void acceptsOneThatExpiredWithinTheClockSkew() throws Exception {
    assertAccepted(lenient, "exp", secondsFromNow(-60));
  }

  @Test
  void refusesOneThatExpiredBeyondTheClockSkew() {
    assertRefused(lenient, "exp", secondsFromNow(-600));
  }

  @Test
  void refusesATokenWithoutAnEnd() {
    assertRefused(lenient, "exp", null);
  }

  @Test
  void refusesAnEndThatIsNoTime() {
    assertRefused(lenient, "exp", "tomorrow");
    assertRefused(lenient, "exp", true);
    assertRefused(lenient, "exp", -1L);
    assertRefused(lenient, "exp", 0L);
  }

  @Test
  void refusesATokenWhoseEndIsWrittenAsNull() {
    String claims = TestIssuer.claimsBut("exp", "END").toString().replace("\"END\"", "null");
    assertThat(claims).contains("\"exp\":null");
    assertThatThrownBy(() -> lenient.verify(signedByHand(claims))).isInstanceOf(InvalidToken.class);
  }

  @Test
  void refusesATokenThatIsNotValidYet() {
    assertRefused(lenient, "nbf", secondsFromNow(600));
  }

  @Test
  void acceptsOneThatBeginsWithinTheClockSkew() throws Exception {
    assertAccepted(lenient, "nbf", secondsFromNow(60));
  }

  private static String signedByHand(String claims) {
    return TestIssuer.signText("{\"alg\":\"RS256\"}", claims);
  }

  private static TokenVerifier verifier(int skewSeconds) {
    return new TokenVerifier(
        TestIssuer.settings(Duration.ofSeconds(skewSeconds)),
        VerificationKeys.of(TestIssuer.publicKey()));
  }

  private static Date secondsFromNow(long seconds) {
    return Date.from(Instant.now().plusSeconds(seconds));
  }

  private static void assertAccepted(TokenVerifier verifier, String claim, Object value)
      throws Exception {
    assertThat(verifier.verify(TestIssuer.rs256(TestIssuer.claimsBut(claim, value))).user())
        .isEqualTo("ann");
  }

  private static void assertRefused(TokenVerifier verifier, String claim, Object value) {
    assertThatThrownBy(() -> verifier.verify(TestIssuer.rs256(TestIssuer.claimsBut(claim, value))))
        .isInstanceOf(InvalidToken.class);
  }
}
