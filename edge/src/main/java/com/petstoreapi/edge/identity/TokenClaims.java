package com.petstoreapi.edge.identity;

import com.nimbusds.jwt.JWTClaimsSet;
import com.petstoreapi.edge.settings.IdentitySettings;
import com.petstoreapi.realtime.value.Names;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which claims say who a token's user is and what roles he has.
 *
 * @param user where the user's id may stand; the first that is there counts
 */
record TokenClaims(List<ClaimPath> user, ClaimPath roles) {
  /** MicroProfile JWT's claims, unless the settings name others. */
  static TokenClaims of(IdentitySettings settings) {
    List<String> user = settings.userClaim().map(List::of).orElse(List.of("upn", "sub"));
    return new TokenClaims(
        user.stream().map(ClaimPath::new).toList(), new ClaimPath(settings.rolesClaim()));
  }

  /** What a token says whose signature, issuer, audience and times are good. */
  AccessToken accessToken(JWTClaimsSet claims) throws InvalidToken {
    Date end = claims.getExpirationTime();
    if (end == null) {
      throw new InvalidToken(AuthRefusal.NOT_ACCEPTED, "an end that is null");
    }
    return new AccessToken(id(claims), Set.copyOf(roles.texts(claims)), end.toInstant());
  }

  private String id(JWTClaimsSet claims) throws InvalidToken {
    Optional<String> id = Optional.empty();
    for (ClaimPath path : user) {
      id = id.isPresent() ? id : path.text(claims);
    }
    return id.filter(Names::isUser)
        .orElseThrow(() -> new InvalidToken(AuthRefusal.NOT_ACCEPTED, "no usable user id"));
  }
}
