package com.petstoreapi.edge.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jwt.JWTClaimsSet;
import com.petstoreapi.edge.support.Requests;
import com.petstoreapi.edge.support.TestIssuer;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.Test;

/** What operators are told of tokens that were refused; clients are told the same of all. */
class AuthRefusalTest {
  private final TokenVerifier verifier =
      new TokenVerifier(
          TestIssuer.settings(Duration.ZERO), VerificationKeys.of(TestIssuer.publicKey()));

  @Test
  void anExpiredTokenIsToldFromOneThatIsNotAccepted() {
    Date past = Date.from(Instant.now().minusSeconds(60));
    assertThat(refusalOf(TestIssuer.claimsBut("exp", past))).isEqualTo(AuthRefusal.EXPIRED);
    assertThat(refusalOf(TestIssuer.claimsBut("iss", "https://other.test")))
        .isEqualTo(AuthRefusal.NOT_ACCEPTED);
    assertThat(refusalOf(TestIssuer.claimsBut("aud", "another")))
        .isEqualTo(AuthRefusal.NOT_ACCEPTED);
  }

  @Test
  void aForgedSignatureIsNotAccepted() {
    String token = TestIssuer.rs256(TestIssuer.claims().build());
    String forged = token.substring(0, token.lastIndexOf('.')) + ".AAAA";
    assertThat(refusalOf(forged)).isEqualTo(AuthRefusal.NOT_ACCEPTED);
  }

  @Test
  void whatIsNoTokenIsMalformed() {
    assertThat(refusalOf("nonsense")).isEqualTo(AuthRefusal.MALFORMED);
    assertThat(refusalOf("a.b.c")).isEqualTo(AuthRefusal.MALFORMED);
    assertThat(refusalOf("x".repeat(10_000))).isEqualTo(AuthRefusal.MALFORMED);
  }

  @Test
  void aTokenInTheAddressIsTold() {
    String token = TestIssuer.rs256(TestIssuer.claims().build());
    InvalidToken refusal =
        catchThrowableOfType(
            InvalidToken.class,
            () ->
                new Credentials(StreamPaths.of("/stream"))
                    .of(Requests.of("GET", "/stream?access_token=" + token)));
    assertThat(refusal.why()).isEqualTo(AuthRefusal.IN_QUERY);
  }

  private AuthRefusal refusalOf(JWTClaimsSet claims) {
    return refusalOf(TestIssuer.rs256(claims));
  }

  private AuthRefusal refusalOf(String token) {
    return catchThrowableOfType(InvalidToken.class, () -> verifier.verify(token)).why();
  }
}
