package com.petstoreapi.edge.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.petstoreapi.edge.settings.IdentitySettings;
import com.petstoreapi.edge.support.Keys;
import com.petstoreapi.edge.support.TestIssuer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityTest {
  @TempDir Path directory;

  @Test
  void oneServiceAcceptsTheDevelopmentTokensOfTheOther() throws InvalidToken {
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
  void issuesNoDevelopmentTokensWhereAPublicKeyIsSet() {
    Path key = Keys.pemFile(directory, TestIssuer.publicKey());
    assertThat(Identity.from(settings(Optional.of(key), true)).developmentIssuer()).isEmpty();
  }

  @Test
  void doesNotStartWithoutAnyKey() {
    assertThatThrownBy(() -> Identity.from(settings(Optional.empty(), false)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("petstore.auth.public-key-file");
  }

  private IdentitySettings settings(Optional<Path> publicKey, boolean development) {
    return new IdentitySettings(
        TestIssuer.ISSUER,
        TestIssuer.AUDIENCE,
        Duration.ofSeconds(5),
        publicKey,
        development,
        directory.resolve("key.jwk"));
  }
}
