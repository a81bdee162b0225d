package com.petstoreapi.edge.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How tokens are checked.
 *
 * @param issuer the {@code iss} that a token must bear
 * @param audience the {@code aud} that a token must bear
 * @param clockSkew by how much the issuer's clock may differ
 * @param publicKey a PEM file with the issuer's public key (RSA or EC P-256)
 * @param developmentTokens whether anybody may ask for any token; never in production
 * @param developmentKey where the key pair for those is kept; made when it is not there
 */
public record IdentitySettings(
    String issuer,
    String audience,
    Duration clockSkew,
    Optional<Path> publicKey,
    boolean developmentTokens,
    Path developmentKey) {

  /** Reads {@code petstore.auth.*} and {@code petstore.dev.*}. */
  public static IdentitySettings from(SettingsReader reader) {
    return new IdentitySettings(
        reader.text("petstore.auth.issuer").orElse("https://petstore.local"),
        reader.text("petstore.auth.audience").orElse("petstore-live"),
        reader.seconds("petstore.auth.clock-skew-seconds", 5, 0, 300),
        reader.path("petstore.auth.public-key-file"),
        reader.truth("petstore.dev.tokens", false),
        reader.path("petstore.dev.key-file").orElse(Path.of("petstore-dev-key.jwk")));
  }
}
