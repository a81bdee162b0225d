package com.petstoreapi.edge.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.petstoreapi.edge.support.Keys;
import com.petstoreapi.edge.support.TestIssuer;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an attacker would try (RFC 8725). Each token's claims are good. */
class ForgedTokensTest {
  private static final JWTClaimsSet CLAIMS = TestIssuer.claims().build();
  private static final String GOOD = TestIssuer.rs256(CLAIMS);

  private final TokenVerifier verifier =
      new TokenVerifier(
          TestIssuer.settings(Duration.ofSeconds(5)), VerificationKeys.of(TestIssuer.publicKey()));

  @Test
  void refusesATokenWithoutSignature() {
    assertRefused(TestIssuer.byHand("{\"alg\":\"none\"}", CLAIMS.toString(), ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "None", "NONE", "nOnE", "rs256", "", "RS256 "})
  void refusesAnAlgorithmByAnyOtherNameWithTheSignatureOfAGoodToken(String algorithm) {
    assertRefused(
        TestIssuer.byHand(
            "{\"alg\":\"" + algorithm + "\"}", CLAIMS.toString(), TestIssuer.part(GOOD, 2)));
  }

  @Test
  void refusesATokenSignedWithThePublicKeyAsSecret() {
    String pem = Keys.pem(TestIssuer.publicKey());
    assertRefused(TestIssuer.hs256(CLAIMS, pem.getBytes(StandardCharsets.UTF_8)));
    assertRefused(TestIssuer.hs256(CLAIMS, TestIssuer.publicKey().getEncoded()));
    assertRefused(TestIssuer.hs256(CLAIMS, TestIssuer.publicKey().getModulus().toByteArray()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"RS384", "RS512", "PS256", "PS384"})
  void refusesTheRightKeyWithAnotherAlgorithm(String algorithm) {
    assertRefused(TestIssuer.sign(JWSAlgorithm.parse(algorithm), CLAIMS));
  }

  @Test
  void refusesAnotherKey() {
    assertRefused(TestIssuer.sign(JWSAlgorithm.RS256, CLAIMS, Keys.rsa(2_048)));
    assertRefused(TestIssuer.es256(CLAIMS, Keys.ec("secp256r1")));
  }

  @Test
  void refusesAKeyThatTheTokenBringsAlong() {
    KeyPair own = Keys.rsa(2_048);
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .jwk(new RSAKey.Builder((RSAPublicKey) own.getPublic()).build())
            .build();
    String forged = TestIssuer.sign(header, CLAIMS);
    String signature = TestIssuer.part(TestIssuer.sign(JWSAlgorithm.RS256, CLAIMS, own), 2);
    assertRefused(TestIssuer.part(forged, 0) + '.' + TestIssuer.part(forged, 1) + '.' + signature);
  }

  @Test
  void refusesAPayloadThatWasChanged() {
    String admin = TestIssuer.claimsBut("sub", "admin").toString();
    assertRefused(
        TestIssuer.part(GOOD, 0) + '.' + TestIssuer.base64(admin) + '.' + TestIssuer.part(GOOD, 2));
  }

  @Test
  void refusesASignatureThatWasChanged() {
    int middle = GOOD.lastIndexOf('.') + 100;
    char other = GOOD.charAt(middle) == 'A' ? 'B' : 'A';
    assertRefused(GOOD.substring(0, middle) + other + GOOD.substring(middle + 1));
  }

  @Test
  void refusesATokenCutAtAnyPlace() {
    for (int length = 0; length < GOOD.length(); length += 7) {
      assertRefused(GOOD.substring(0, length));
    }
  }

  @Test
  void refusesAHeaderThatMustBeUnderstoodAndIsNot() {
    assertRefused(
        TestIssuer.byHand(
            "{\"alg\":\"RS256\",\"crit\":[\"exp\"]}", CLAIMS.toString(), TestIssuer.part(GOOD, 2)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ".", "..", "...", "a.b.c", "null", "e30.e30.e30", "a.b.c.d.e", "\u0000"})
  void refusesTextThatIsNoToken(String text) {
    assertRefused(text);
  }

  @Test
  void refusesPartsThatNestWithoutEnd() {
    String deep = "{\"alg\":" + "[".repeat(4_000);
    assertRefused(TestIssuer.base64(deep) + ".e30.e30");
  }

  @Test
  void tellsNothingOfTheTokenToTheLog() {
    assertThatThrownBy(() -> verifier.verify(GOOD + "x"))
        .isInstanceOf(InvalidToken.class)
        .hasNoCause()
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain(TestIssuer.part(GOOD, 1)));
  }

  private void assertRefused(String token) {
    assertThatThrownBy(() -> verifier.verify(token)).isInstanceOf(InvalidToken.class);
  }
}
