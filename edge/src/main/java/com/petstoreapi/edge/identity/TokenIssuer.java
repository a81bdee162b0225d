package com.petstoreapi.edge.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.petstoreapi.edge.settings.IdentitySettings;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Signs development tokens: with MicroProfile JWT's claims, as a real issuer would, unless the
 * settings name others.
 */
public final class TokenIssuer {
  private final IdentitySettings settings;
  private final RSAKey key;

  TokenIssuer(IdentitySettings settings, RSAKey key) {
    this.settings = settings;
    this.key = key;
  }

  /** A token in its compact form. */
  public String issue(String user, Set<String> roles, Instant issuedAt, Instant expiresAt) {
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(settings.issuer())
            .audience(settings.audience())
            .subject(user)
            .claim(settings.userClaim().orElse("upn"), user)
            .claim(settings.rolesClaim(), List.copyOf(roles))
            .issueTime(Date.from(issuedAt))
            .expirationTime(Date.from(expiresAt))
            .jwtID(UUID.randomUUID().toString())
            .build();
    try {
      JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
      SignedJWT token = new SignedJWT(header, claims);
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException("cannot sign a token", e);
    }
  }
}
