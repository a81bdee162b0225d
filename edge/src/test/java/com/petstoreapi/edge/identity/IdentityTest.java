package com.petstoreapi.edge.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.petstoreapi.edge.settings.IdentitySettings;
import com.petstoreapi.edge.settings.JwksSettings;
import com.petstoreapi.edge.support.JwksServer;
import com.petstoreapi.edge.support.Keys;
import com.petstoreapi.edge.support.SigningKey;
import com.petstoreapi.edge.support.TestIssuer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityTest {
  private static final Optional<JwksSettings> NO_JWKS = Optional.empty();

  @TempDir Path directory;

  @Test
  void oneServiceAcceptsTheDevelopmentTokensOfTheOther() throws Exception {
    Identity one = Identity.from(settings(Optional.empty(), true));
    Identity other = Identity.from(settings(Optional.empty(), true));
    Instant now = Instant.now();
    String token =
        one.developmentIssuer()
            .orElseThrow()
            .issue("ann", Set.of(Roles.USER), now, now.plusSeconds(60));
    AccessToken user = other.verifier().verify(token);
    assertThat(user.user()).isEqualTo("ann");
    assertThat(user.roles()).containsExactly(Roles.USER);
  }

  @Test
  void itsDevelopmentTokensFitTheClaimsThatAreSet() throws Exception {
    Identity identity =
        Identity.from(
            settings("realm_access.roles", Optional.of("oid"), Optional.empty(), NO_JWKS, true));
    Instant end = Instant.now().plusSeconds(60);
    String token =
        identity
            .developmentIssuer()
            .orElseThrow()
            .issue("ann", Set.of(Roles.SELLER), Instant.now(), end);
    AccessToken user = identity.verifier().verify(token);
    assertThat(user.user()).isEqualTo("ann");
    assertThat(user.roles()).containsExactly(Roles.SELLER);
  }

  @Test
  void issuesNoDevelopmentTokensWhereAPublicKeyIsSet() {
    Path key = Keys.pemFile(directory, TestIssuer.publicKey());
    assertThat(Identity.from(settings(Optional.of(key), true)).developmentIssuer()).isEmpty();
  }

  @Test
  void checksTokensWithTheIssuersKeysWhereTheirAddressIsSet() throws Exception {
    SigningKey key = SigningKey.ec("a key");
    try (JwksServer issuer = new JwksServer()) {
      issuer.publish(key);
      Optional<JwksSettings> jwks = Optional.of(issuer.settings());
      Identity identity =
          Identity.from(settings("groups", Optional.empty(), Optional.empty(), jwks, true));
      assertThat(identity.verifier().verify(key.token()).user()).isEqualTo("ann");
      assertThat(identity.developmentIssuer()).isEmpty();
    }
  }

  @Test
  void doesNotStartWithoutAnyKey() {
    assertThatThrownBy(() -> Identity.from(settings(Optional.empty(), false)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("petstore.auth.jwks-url")
        .hasMessageContaining("petstore.auth.public-key-file");
  }

  private IdentitySettings settings(Optional<Path> publicKey, boolean development) {
    return settings("groups", Optional.empty(), publicKey, NO_JWKS, development);
  }

  private IdentitySettings settings(
      String rolesClaim,
      Optional<String> userClaim,
      Optional<Path> publicKey,
      Optional<JwksSettings> jwks,
      boolean development) {
    return new IdentitySettings(
        TestIssuer.ISSUER,
        TestIssuer.AUDIENCE,
        Duration.ofSeconds(5),
        rolesClaim,
        userClaim,
        publicKey,
        jwks,
        development,
        directory.resolve("key.jwk"));
  }
}
