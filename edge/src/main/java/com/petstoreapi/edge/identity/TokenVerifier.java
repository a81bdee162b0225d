package com.petstoreapi.edge.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.jwt.proc.ExpiredJWTException;
import com.petstoreapi.edge.settings.IdentitySettings;
import java.text.ParseException;
import java.util.Set;

/**
 * Checks bearer tokens: type, signature (RS256 or ES256 and nothing else), issuer, audience, times
 * (RFC 7519, RFC 8725, RFC 9068). Safe for use by many threads.
 */
public final class TokenVerifier {

  /** Longer tokens are not even parsed; header lines are bounded by the server as well. */
  private static final int MAX_LENGTH = 8_192;

  /** So that nothing else which the issuer signs, such as a logout token, passes for a login. */
  private static final JOSEObjectType[] TYPES = {
    null,
    JOSEObjectType.JWT,
    new JOSEObjectType("at+jwt"),
    new JOSEObjectType("application/at+jwt") // the same in full (RFC 9068, section 4)
  };

  private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
  private final DefaultJWTClaimsVerifier<SecurityContext> claims;
  private final TokenClaims tokenClaims;

  TokenVerifier(IdentitySettings settings, JWSKeySelector<SecurityContext> keys) {
    JWTClaimsSet exact = new JWTClaimsSet.Builder().issuer(settings.issuer()).build();
    claims =
        new DefaultJWTClaimsVerifier<>(Set.of(settings.audience()), exact, Set.of("exp"), Set.of());
    claims.setMaxClockSkew((int) settings.clockSkew().toSeconds());
    tokenClaims = TokenClaims.of(settings);
    processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(TYPES));
    processor.setJWSKeySelector(keys);
    processor.setJWTClaimsSetVerifier(claims);
  }

  /**
   * Checks a token in its compact form. May wait for the issuer where its keys come from there.
   *
   * @throws InvalidToken when the token is not accepted, now or later
   * @throws KeysUnavailable when that cannot be said now
   */
  public AccessToken verify(String token) throws InvalidToken, KeysUnavailable {
    if (token.length() > MAX_LENGTH) {
      throw new InvalidToken(AuthRefusal.MALFORMED, "longer than " + MAX_LENGTH + " characters");
    }
    try {
      SignedJWT jwt = SignedJWT.parse(token);
      // Before the signature too: what is refused anyway never makes us ask the issuer for a key.
      claims.verify(jwt.getJWTClaimsSet(), null);
      return tokenClaims.accessToken(processor.process(jwt, null));
    } catch (KeySourceException e) {
      throw new KeysUnavailable();
    } catch (ExpiredJWTException e) {
      throw new InvalidToken(AuthRefusal.EXPIRED, "its end");
    } catch (BadJOSEException | JOSEException e) {
      throw new InvalidToken(AuthRefusal.NOT_ACCEPTED, e.getClass().getSimpleName());
    } catch (ParseException | IllegalArgumentException e) {
      throw new InvalidToken(AuthRefusal.MALFORMED, e.getClass().getSimpleName());
    }
  }
}
