package com.petstoreapi.edge.support;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.petstoreapi.edge.settings.IdentitySettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/** An issuer of tokens, good ones and such as an attacker would make. */
public final class TestIssuer {
  public static final String ISSUER = "https://issuer.test";
  public static final String AUDIENCE = "petstore-test";

  private static final KeyPair RSA = Keys.rsa(2_048);

  private TestIssuer() {}

  /** Settings that accept this issuer's tokens. */
  public static IdentitySettings settings(Duration clockSkew) {
    return new IdentitySettings(
        ISSUER,
        AUDIENCE,
        clockSkew,
        "groups",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        Path.of("unused"));
  }

  public static RSAPublicKey publicKey() {
    return (RSAPublicKey) RSA.getPublic();
  }

  /** The claims of a good token of user {@code ann}, which ends in an hour. */
  public static JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer(ISSUER)
        .audience(AUDIENCE)
        .subject("ann")
        .claim("groups", List.of("user", "seller"))
        .expirationTime(Date.from(Instant.now().plusSeconds(3_600)));
  }

  /** The claims of a good token but for one; null takes that one out. */
  public static JWTClaimsSet claimsBut(String name, Object value) {
    return claims().claim(name, value).build();
  }

  public static String rs256(JWTClaimsSet claims) {
    return sign(JWSAlgorithm.RS256, claims, RSA);
  }

  /** Signs with an RSA key in any of its algorithms. */
  public static String sign(JWSAlgorithm algorithm, JWTClaimsSet claims, KeyPair keys) {
    return sign(new JWSHeader(algorithm), claims, new RSASSASigner(keys.getPrivate()));
  }

  public static String sign(JWSAlgorithm algorithm, JWTClaimsSet claims) {
    return sign(algorithm, claims, RSA);
  }

  public static String sign(JWSHeader header, JWTClaimsSet claims) {
    return sign(header, claims, new RSASSASigner(RSA.getPrivate()));
  }

  public static String es256(JWTClaimsSet claims, KeyPair keys) {
    try {
      ECDSASigner signer = new ECDSASigner((ECPrivateKey) keys.getPrivate());
      return sign(new JWSHeader(JWSAlgorithm.ES256), claims, signer);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  public static String hs256(JWTClaimsSet claims, byte[] secret) {
    try {
      return sign(new JWSHeader(JWSAlgorithm.HS256), claims, new MACSigner(secret));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Signs texts as they are, for what no library would write. */
  public static String signText(String header, String payload) {
    try {
      String input = base64(header) + '.' + base64(payload);
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(RSA.getPrivate());
      signature.update(input.getBytes(StandardCharsets.US_ASCII));
      return input + '.' + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A token put together by hand out of a header, a payload and a signature in base64url. */
  public static String byHand(String header, String payload, String signature) {
    return base64(header) + '.' + base64(payload) + '.' + signature;
  }

  /** One of a token's three parts. */
  public static String part(String token, int index) {
    return token.split("\\.", -1)[index];
  }

  public static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String sign(JWSHeader header, JWTClaimsSet claims, JWSSigner signer) {
    try {
      SignedJWT token = new SignedJWT(header, claims);
      token.sign(signer);
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
