package com.petstoreapi.edge.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.petstoreapi.edge.support.Keys;
import com.petstoreapi.edge.support.TestIssuer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerificationKeysTest {
  @TempDir Path directory;

  @Test
  void acceptsRs256WithAnRsaKeyFromAFile() throws Exception {
    KeyPair keys = Keys.rsa(2_048);
    String token = TestIssuer.sign(JWSAlgorithm.RS256, TestIssuer.claims().build(), keys);
    assertThat(verifierWith(keys).verify(token).user()).isEqualTo("ann");
  }

  @Test
  void acceptsEs256WithAnEcKeyFromAFile() throws Exception {
    KeyPair keys = Keys.ec("secp256r1");
    String token = TestIssuer.es256(TestIssuer.claims().build(), keys);
    assertThat(verifierWith(keys).verify(token).user()).isEqualTo("ann");
  }

  @Test
  void refusesRs256WhereTheKeyIsAnEcKey() {
    TokenVerifier verifier = verifierWith(Keys.ec("secp256r1"));
    assertThatThrownBy(() -> verifier.verify(TestIssuer.rs256(TestIssuer.claims().build())))
        .isInstanceOf(InvalidToken.class);
  }

  @Test
  void doesNotStartWithARsaKeyOfFewerThan2048Bits() {
    assertThatThrownBy(() -> verifierWith(Keys.rsa(1_024)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("key.pem");
  }

  @Test
  void doesNotStartWithAKeyOnAnotherCurve() {
    assertThatThrownBy(() -> verifierWith(Keys.ec("secp384r1")))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void doesNotStartWithAFileThatHoldsNoPublicKey() throws IOException {
    for (String text : new String[] {"", "no key", "-----BEGIN PUBLIC KEY-----\nAAAA\n"}) {
      Path file = Files.writeString(directory.resolve("other.pem"), text);
      assertThatThrownBy(() -> VerificationKeys.ofPem(file))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("other.pem");
    }
  }

  @Test
  void doesNotStartWithoutTheFile() {
    Path missing = directory.resolve("missing.pem");
    assertThatThrownBy(() -> VerificationKeys.ofPem(missing))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("missing.pem");
  }

  private TokenVerifier verifierWith(KeyPair keys) {
    return new TokenVerifier(
        TestIssuer.settings(Duration.ofSeconds(5)),
        VerificationKeys.ofPem(Keys.pemFile(directory, keys.getPublic())));
  }
}
