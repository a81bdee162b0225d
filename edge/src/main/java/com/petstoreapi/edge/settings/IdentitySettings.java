package com.petstoreapi.edge.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How tokens are checked. Either a key file or a JWK set says which keys sign them; where neither
 * is set, development tokens may be allowed.
 *
 * @param issuer the {@code iss} that a token must bear
 * @param audience the {@code aud} that a token must bear
 * @param clockSkew by how much the issuer's clock may differ
 * @param rolesClaim the claim with the roles; with dots in it, also one inside of others
 * @param userClaim the claim with the user's id; where there is none, {@code upn}, else {@code sub}
 * @param publicKey a PEM file with the issuer's public key (RSA or EC P-256)
 * @param jwks where the issuer publishes its keys
 * @param developmentTokens whether anybody may ask for any token; never in production
 * @param developmentKey where the key pair for those is kept; made when it is not there
 */
public record IdentitySettings(
    String issuer,
    String audience,
    Duration clockSkew,
    String rolesClaim,
    Optional<String> userClaim,
    Optional<Path> publicKey,
    Optional<JwksSettings> jwks,
    boolean developmentTokens,
    Path developmentKey) {

  private static final String PUBLIC_KEY = "petstore.auth.public-key-file";

  /**
   * Reads {@code petstore.auth.*} and {@code petstore.dev.*}.
   *
   * @throws InvalidSetting also when both a key file and a JWK set are named: the file would not
   *     follow the issuer's rotation, so one of the two must be a mistake
   */
  public static IdentitySettings from(SettingsReader reader) {
    Optional<Path> publicKey = reader.path(PUBLIC_KEY);
    Optional<JwksSettings> jwks = JwksSettings.from(reader);
    if (publicKey.isPresent() && jwks.isPresent()) {
      throw new InvalidSetting(
          PUBLIC_KEY, publicKey.get().toString(), "left out where petstore.auth.jwks-url is set");
    }
    return new IdentitySettings(
        reader.text("petstore.auth.issuer").orElse("https://petstore.local"),
        reader.text("petstore.auth.audience").orElse("petstore-live"),
        reader.seconds("petstore.auth.clock-skew-seconds", 5, 0, 300),
        reader.text("petstore.auth.roles-claim").orElse("groups"),
        reader.text("petstore.auth.user-claim"),
        publicKey,
        jwks,
        reader.truth("petstore.dev.tokens", false),
        reader.path("petstore.dev.key-file").orElse(Path.of("petstore-dev-key.jwk")));
  }
}
