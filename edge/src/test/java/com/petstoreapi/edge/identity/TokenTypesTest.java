package com.petstoreapi.edge.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.petstoreapi.edge.support.TestIssuer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The header's {@code typ} tells apart what one issuer signs for many purposes (RFC 8725, 3.11).
 */
class TokenTypesTest {
  private final TokenVerifier verifier =
      new TokenVerifier(
          TestIssuer.settings(Duration.ofSeconds(5)), VerificationKeys.of(TestIssuer.publicKey()));

  @ParameterizedTest
  @ValueSource(strings = {"JWT", "jwt", "at+jwt", "AT+JWT", "application/at+jwt"})
  void acceptsAccessTokens(String type) throws Exception {
    assertThat(verifier.verify(ofType("\"" + type + "\"")).user()).isEqualTo("ann");
  }

  @Test
  void acceptsATokenThatDoesNotSay() throws Exception {
    String token = TestIssuer.rs256(TestIssuer.claims().build());
    assertThat(verifier.verify(token).user()).isEqualTo("ann");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"petstore-ticket+jwt\"",
        "\"logout+jwt\"",
        "\"secevent+jwt\"",
        "\"dpop+jwt\"",
        "\"JOSE\"",
        "\" JWT\"",
        "\"\"",
        "7"
      })
  void refusesWhateverElseAnIssuerSigns(String type) {
    assertThatThrownBy(() -> verifier.verify(ofType(type))).isInstanceOf(InvalidToken.class);
  }

  private static String ofType(String type) {
    String header = "{\"alg\":\"RS256\",\"typ\":" + type + "}";
    return TestIssuer.signText(header, TestIssuer.claims().build().toString());
  }
}
