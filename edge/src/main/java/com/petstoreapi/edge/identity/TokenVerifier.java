package com.petstoreapi.edge.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.petstoreapi.edge.settings.IdentitySettings;
import com.petstoreapi.realtime.value.Names;
import java.text.ParseException;
import java.util.Date;
import java.util.List;
import java.util.Set;

/**
 * Checks bearer tokens: signature (RS256 or ES256 and nothing else), issuer, audience, times (RFC
 * 7519, RFC 8725). Safe for use by many threads.
 */
public final class TokenVerifier {

  /** Longer tokens are not even parsed; header lines are bounded by the server as well. */
  private static final int MAX_LENGTH = 8_192;

  private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

  TokenVerifier(IdentitySettings settings, JWSKeySelector<SecurityContext> keys) {
    JWTClaimsSet exact = new JWTClaimsSet.Builder().issuer(settings.issuer()).build();
    DefaultJWTClaimsVerifier<SecurityContext> claims =
        new DefaultJWTClaimsVerifier<>(Set.of(settings.audience()), exact, Set.of("exp"), Set.of());
    claims.setMaxClockSkew((int) settings.clockSkew().toSeconds());
    processor.setJWSKeySelector(keys);
    processor.setJWTClaimsSetVerifier(claims);
  }

  /** Checks a token in its compact form. */
  public AccessToken verify(String token) throws InvalidToken {
    if (token.length() > MAX_LENGTH) {
      throw new InvalidToken("longer than " + MAX_LENGTH + " characters");
    }
    try {
      return accessToken(processor.process(token, null));
    } catch (ParseException | BadJOSEException | JOSEException | IllegalArgumentException e) {
      throw new InvalidToken(e.getClass().getSimpleName());
    }
  }

  private static AccessToken accessToken(JWTClaimsSet claims) throws ParseException, InvalidToken {
    String upn = claims.getStringClaim("upn");
    String user = upn != null ? upn : claims.getSubject();
    if (user == null || !Names.isUser(user)) {
      throw new InvalidToken("no usable user id in upn or sub");
    }
    Date end = claims.getExpirationTime();
    if (end == null) {
      throw new InvalidToken("an end that is null");
    }
    List<String> groups = claims.getStringListClaim("groups");
    if (groups != null && groups.contains(null)) {
      throw new InvalidToken("a group that is null");
    }
    return new AccessToken(user, groups == null ? Set.of() : Set.copyOf(groups), end.toInstant());
  }
}
