package com.petstoreapi.edge.support;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.JWKGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

/** One of an issuer's keys, which has a name. */
public record SigningKey(JWK jwk, JWSAlgorithm algorithm) {

  public static SigningKey ec(String name) {
    return ec(name, Curve.P_256, JWSAlgorithm.ES256);
  }

  public static SigningKey ec(String name, Curve curve, JWSAlgorithm algorithm) {
    return new SigningKey(made(new ECKeyGenerator(curve), name), algorithm);
  }

  public static SigningKey rsa(String name, int bits) {
    return new SigningKey(made(new RSAKeyGenerator(bits, true), name), JWSAlgorithm.RS256);
  }

  /** The same key, used with another algorithm. */
  public SigningKey with(JWSAlgorithm other) {
    return new SigningKey(jwk, other);
  }

  /** A good token of user {@code ann}. */
  public String token() {
    return token(TestIssuer.claims().build());
  }

  public String token(JWTClaimsSet claims) {
    return sign(new JWSHeader.Builder(algorithm).keyID(jwk.getKeyID()).build(), claims);
  }

  /** A token that is good but for its type. */
  public String tokenOfType(String type) {
    JWSHeader header =
        new JWSHeader.Builder(algorithm)
            .keyID(jwk.getKeyID())
            .type(new JOSEObjectType(type))
            .build();
    return sign(header, TestIssuer.claims().build());
  }

  /** A good token that names another key than the one it is signed with; null for none. */
  public String tokenNaming(String name) {
    JWSHeader header = new JWSHeader.Builder(algorithm).keyID(name).build();
    return sign(header, TestIssuer.claims().build());
  }

  private String sign(JWSHeader header, JWTClaimsSet claims) {
    try {
      SignedJWT token = new SignedJWT(header, claims);
      token.sign(signer());
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Signs also with RSA keys which are too short or meant for something else. */
  private JWSSigner signer() throws JOSEException {
    return jwk instanceof RSAKey rsa
        ? new RSASSASigner(rsa.toPrivateKey(), true)
        : new DefaultJWSSignerFactory().createJWSSigner(jwk, algorithm);
  }

  private static JWK made(JWKGenerator<?> generator, String name) {
    try {
      return generator.keyID(name).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
