package com.petstoreapi.edge.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.petstoreapi.edge.settings.IdentitySettings;
import java.util.Optional;

/**
 * Checks tokens, and in development issues them.
 *
 * @param verifier checks bearer tokens
 * @param developmentIssuer signs tokens for anybody; only where the settings allow it
 */
public record Identity(TokenVerifier verifier, Optional<TokenIssuer> developmentIssuer) {

  /**
   * Takes the public key file or the issuer's JWK set, whichever is set, else the development key
   * if that is allowed.
   */
  public static Identity from(IdentitySettings settings) {
    Optional<JWSKeySelector<SecurityContext>> keys =
        settings
            .publicKey()
            .map(VerificationKeys::ofPem)
            .or(() -> settings.jwks().map(VerificationKeys::ofIssuer));
    if (keys.isPresent()) {
      return new Identity(new TokenVerifier(settings, keys.get()), Optional.empty());
    }
    if (settings.developmentTokens()) {
      return development(settings);
    }
    throw new IllegalStateException(
        "no key to check tokens with: set petstore.auth.jwks-url or petstore.auth.public-key-file,"
            + " or for development petstore.dev.tokens=true");
  }

  private static Identity development(IdentitySettings settings) {
    RSAKey key = DevelopmentKey.loadOrCreate(settings.developmentKey());
    try {
      return new Identity(
          new TokenVerifier(settings, VerificationKeys.of(key.toRSAPublicKey())),
          Optional.of(new TokenIssuer(settings, key)));
    } catch (JOSEException e) {
      throw new IllegalStateException("the development key is damaged; delete its file", e);
    }
  }
}
