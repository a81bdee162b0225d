package com.petstoreapi.edge.identity;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.proc.SingleKeyJWSKeySelector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** Where the keys come from that tokens are checked with. */
final class VerificationKeys {
  private static final int LEAST_RSA_BITS = 2_048;
  private static final int P_256_BITS = 256;

  private VerificationKeys() {}

  /** A public key in a PEM file ("BEGIN PUBLIC KEY"): RSA for RS256, EC on P-256 for ES256. */
  static JWSKeySelector<SecurityContext> ofPem(Path file) {
    try {
      String text = Files.readString(file).replaceAll("-----[A-Z ]+-----|\\s", "");
      return ofEncoded(new X509EncodedKeySpec(Base64.getDecoder().decode(text)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the public key " + file, e);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalStateException("no usable RSA or EC public key in " + file, e);
    }
  }

  static JWSKeySelector<SecurityContext> of(RSAPublicKey key) {
    return new SingleKeyJWSKeySelector<>(JWSAlgorithm.RS256, key);
  }

  private static JWSKeySelector<SecurityContext> ofEncoded(X509EncodedKeySpec spec)
      throws GeneralSecurityException {
    try {
      RSAPublicKey key = (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(spec);
      require(key.getModulus().bitLength() >= LEAST_RSA_BITS, "an RSA key of 2048 bits or more");
      return of(key);
    } catch (InvalidKeySpecException e) {
      ECPublicKey key = (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(spec);
      require(key.getParams().getOrder().bitLength() == P_256_BITS, "an EC key on P-256");
      return new SingleKeyJWSKeySelector<>(JWSAlgorithm.ES256, key);
    }
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalArgumentException("the public key must be " + what);
    }
  }
}
