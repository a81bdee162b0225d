package com.petstoreapi.systemtests.support;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;

/** Tokens that look like a good one and must not be taken. */
public final class ForgedTokens {
  private static final String KEY_FILE = "shared/resources/petstore-dev-key.jwk";
  private static final Date AN_HOUR_AGO = Date.from(Instant.now().minusSeconds(3600));

  private final SignedJWT good;
  private final JWK key;

  public ForgedTokens(PetstoreServers servers) {
    Path keyFile = servers.userDirectory().resolve(KEY_FILE);
    try {
      good = SignedJWT.parse(servers.tokens().of("user-456"));
      key = JWK.parse(Files.readString(keyFile));
    } catch (IOException noKey) {
      throw new UncheckedIOException(noKey);
    } catch (ParseException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  /** RFC 8725, 2.1: the attacker says that there is no signature. */
  public String unsigned() {
    String header = Base64URL.encode("{\"alg\":\"none\",\"typ\":\"JWT\"}").toString();
    return header + "." + good.getParsedParts()[1] + ".";
  }

  /** RFC 8725, 2.1: the public key, which all know, taken for the secret of an HMAC. */
  public String signedWithThePublicKeyAsSecret() throws JOSEException {
    byte[] publicKey = ((AsymmetricJWK) key).toPublicKey().getEncoded();
    return sign(claims().build(), JWSAlgorithm.HS256, new MACSigner(publicKey));
  }

  public String signedWithAnotherKey() throws JOSEException {
    JWK other =
        key instanceof RSAKey
            ? new RSAKeyGenerator(2048).generate()
            : new ECKeyGenerator(Curve.P_256).generate();
    return sign(claims().build(), good.getHeader().getAlgorithm(), signer(other));
  }

  /** The signature is good, but for other claims. */
  public String tampered() {
    Base64URL[] parts = good.getParsedParts();
    String richer = parts[1].decodeToString().replace("\"user\"", "\"admin\"");
    return parts[0] + "." + Base64URL.encode(richer) + "." + parts[2];
  }

  public String cut() {
    String whole = good.serialize();
    return whole.substring(0, whole.length() - 20);
  }

  public String expired() throws JOSEException {
    return signedByUs(claims().expirationTime(AN_HOUR_AGO).build());
  }

  public String withoutExpiry() throws JOSEException {
    return signedByUs(claims().expirationTime(null).build());
  }

  public String ofAnotherIssuer() throws JOSEException {
    return signedByUs(claims().issuer("https://elsewhere.example").build());
  }

  public String forAnotherAudience() throws JOSEException {
    return signedByUs(claims().audience("another-service").build());
  }

  private JWTClaimsSet.Builder claims() {
    try {
      return new JWTClaimsSet.Builder(good.getJWTClaimsSet());
    } catch (ParseException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  private String signedByUs(JWTClaimsSet claims) throws JOSEException {
    return sign(claims, good.getHeader().getAlgorithm(), signer(key));
  }

  private String sign(JWTClaimsSet claims, JWSAlgorithm algorithm, JWSSigner signer)
      throws JOSEException {
    JWSHeader header =
        new JWSHeader.Builder(algorithm)
            .keyID(good.getHeader().getKeyID())
            .type(good.getHeader().getType())
            .build();
    SignedJWT token = new SignedJWT(header, claims);
    token.sign(signer);
    return token.serialize();
  }

  private static JWSSigner signer(JWK key) throws JOSEException {
    return key instanceof RSAKey rsa ? new RSASSASigner(rsa) : new ECDSASigner((ECKey) key);
  }
}
