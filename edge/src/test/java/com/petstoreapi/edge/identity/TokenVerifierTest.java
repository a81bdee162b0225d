package com.petstoreapi.edge.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.JWTClaimsSet;
import com.petstoreapi.edge.support.TestIssuer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenVerifierTest {
  private final TokenVerifier verifier =
      new TokenVerifier(
          TestIssuer.settings(Duration.ofSeconds(5)), VerificationKeys.of(TestIssuer.publicKey()));

  @Test
  void acceptsATokenSignedWithRs256() throws Exception {
    JWTClaimsSet claims = TestIssuer.claims().build();
    AccessToken user = verifier.verify(TestIssuer.rs256(claims));
    assertThat(user.user()).isEqualTo("ann");
    assertThat(user.roles()).containsExactlyInAnyOrder("user", "seller");
    assertThat(user.expiresAt().getEpochSecond())
        .isEqualTo(claims.getExpirationTime().toInstant().getEpochSecond());
  }

  @Test
  void takesTheUserFromUpnBeforeSub() throws Exception {
    assertThat(verify("upn", "ann@petstore.test").user()).isEqualTo("ann@petstore.test");
  }

  @Test
  void givesNoRolesToATokenWithoutGroups() throws Exception {
    assertThat(verify("groups", null).roles()).isEmpty();
  }

  @Test
  void acceptsOneAudienceAmongSeveral() throws Exception {
    assertThat(verify("aud", List.of("another", TestIssuer.AUDIENCE)).user()).isEqualTo("ann");
  }

  @Test
  void refusesAnotherIssuer() {
    assertRefused("iss", "https://issuer.test.evil");
    assertRefused("iss", null);
  }

  @Test
  void refusesAnotherAudience() {
    assertRefused("aud", "petstore");
    assertRefused("aud", null);
  }

  @Test
  void refusesATokenWithoutAUser() {
    assertRefused("sub", null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "ann bob", "ann\r\nid: 1", "ann\u0000", "änn", "\u007f", "a\ta"})
  void refusesAUserIdThatIsNotPrintableAscii(String user) {
    assertRefused("sub", user);
    assertRefused("upn", user);
  }

  @Test
  void refusesAUserIdOfMoreThan64Characters() throws Exception {
    assertThat(verify("sub", "u".repeat(64)).user()).hasSize(64);
    assertRefused("sub", "u".repeat(65));
  }

  @Test
  void refusesClaimsOfTheWrongType() {
    assertRefused("upn", 17);
    assertRefused("groups", "admin");
    assertRefused("groups", List.of(1, 2));
    assertRefused("groups", Arrays.asList("user", null));
  }

  @Test
  void refusesATokenOfMoreThan8192CharactersThoughItBeGood() {
    assertRefused("padding", "x".repeat(10_000));
  }

  private AccessToken verify(String claim, Object value) throws Exception {
    return verifier.verify(TestIssuer.rs256(TestIssuer.claimsBut(claim, value)));
  }

  private void assertRefused(String claim, Object value) {
    assertThatThrownBy(() -> verify(claim, value)).isInstanceOf(InvalidToken.class);
  }
}
