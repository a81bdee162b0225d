package com.petstoreapi.edge.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.petstoreapi.edge.support.DelegatingExecutor;
import com.petstoreapi.edge.support.JwksServer;
import com.petstoreapi.edge.support.MutableClock;
import com.petstoreapi.edge.support.SigningKey;
import com.petstoreapi.edge.support.TestIssuer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys and algorithms that an issuer's set must not talk us into (RFC 8725, sections 3.1, 3.2). */
class UnfitKeysTest {
  private static final SigningKey RSA = SigningKey.rsa("rsa", 2_048);

  @AutoClose private final JwksServer issuer = new JwksServer();
  private final TokenVerifier verifier =
      new TokenVerifier(
          TestIssuer.settings(Duration.ofSeconds(5)),
          VerificationKeys.ofIssuer(
              new IssuerKeys(
                  issuer.settings(), new MutableClock(), DelegatingExecutor.sameThread())));

  @Test
  void refusesARsaKeyOfFewerThan2048Bits() {
    assertRefused(SigningKey.rsa("short", 1_024));
  }

  @Test
  void refusesKeysOnOtherCurves() {
    assertRefused(SigningKey.ec("p384", Curve.P_384, JWSAlgorithm.ES384));
    assertRefused(SigningKey.ec("p521", Curve.P_521, JWSAlgorithm.ES512));
  }

  @Test
  void refusesAKeyForEncryption() {
    JWK forEncryption = new RSAKey.Builder(RSA.jwk().toRSAKey()).keyUse(KeyUse.ENCRYPTION).build();
    assertRefused(new SigningKey(forEncryption, JWSAlgorithm.RS256));
  }

  @Test
  void refusesASharedSecretThoughTheSetHasIt() {
    JWK secret =
        new OctetSequenceKey.Builder(
                "a secret of thirty-two characters".getBytes(StandardCharsets.UTF_8))
            .keyID("secret")
            .build();
    issuer.answerWith(200, "{\"keys\":[" + secret.toJSONString() + "]}");
    String token = new SigningKey(secret, JWSAlgorithm.HS256).token();
    assertThatThrownBy(() -> verifier.verify(token)).isInstanceOf(InvalidToken.class);
  }

  @Test
  void refusesThePublicKeyAsASecret() throws Exception {
    byte[] encoded = RSA.jwk().toRSAKey().toRSAPublicKey().getEncoded();
    JWK secret = new OctetSequenceKey.Builder(encoded).keyID(RSA.jwk().getKeyID()).build();
    issuer.publish(RSA);
    assertThat(verifier.verify(RSA.token()).user()).isEqualTo("ann");
    String forged = new SigningKey(secret, JWSAlgorithm.HS256).token();
    assertThatThrownBy(() -> verifier.verify(forged)).isInstanceOf(InvalidToken.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"RS384", "RS512", "PS256", "PS384"})
  void refusesARightKeyWithAnotherAlgorithmWhateverTheSetSays(String algorithm) {
    JWSAlgorithm other = JWSAlgorithm.parse(algorithm);
    JWK saysSo = new RSAKey.Builder(RSA.jwk().toRSAKey()).algorithm(other).build();
    assertRefused(new SigningKey(saysSo, other));
  }

  @Test
  void refusesATokenWithoutSignature() {
    issuer.publish(RSA);
    String claims = TestIssuer.claims().build().toString();
    String unsigned = TestIssuer.byHand("{\"alg\":\"none\",\"kid\":\"rsa\"}", claims, "");
    assertThatThrownBy(() -> verifier.verify(unsigned)).isInstanceOf(InvalidToken.class);
  }

  @Test
  void refusesAnotherKeyByTheSameName() {
    issuer.publish(RSA);
    String forged = SigningKey.rsa("rsa", 2_048).token();
    assertThatThrownBy(() -> verifier.verify(forged)).isInstanceOf(InvalidToken.class);
  }

  @Test
  void oneUnfitKeyDoesNotSpoilTheOthers() throws Exception {
    issuer.publish(SigningKey.rsa("short", 1_024), RSA);
    assertThat(verifier.verify(RSA.token()).user()).isEqualTo("ann");
  }

  private void assertRefused(SigningKey key) {
    issuer.publish(key);
    assertThatThrownBy(() -> verifier.verify(key.token())).isInstanceOf(InvalidToken.class);
  }
}
