package com.petstoreapi.edge.identity;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.proc.SingleKeyJWSKeySelector;
import com.petstoreapi.edge.settings.JwksSettings;
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
import java.time.Clock;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Where the keys come from that tokens are checked with. */
final class VerificationKeys {
  private static final int LEAST_RSA_BITS = 2_048;
  private static final int P_256_BITS = 256;
  private static final long IDLE_SECONDS = 30;

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

  /** The keys that an issuer publishes, for RS256 and ES256 whatever else they might be for. */
  static JWSKeySelector<SecurityContext> ofIssuer(JwksSettings settings) {
    return ofIssuer(new IssuerKeys(settings, Clock.systemUTC(), background()));
  }

  static JWSKeySelector<SecurityContext> ofIssuer(IssuerKeys keys) {
    return new JWSVerificationKeySelector<>(Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256), keys);
  }

  /** Whether a published key is of a kind and a strength that tokens may be signed with. */
  static boolean isUsable(JWK key) {
    if (key instanceof RSAKey rsa) {
      return rsa.getModulus().decodeToBigInteger().bitLength() >= LEAST_RSA_BITS;
    }
    return key instanceof ECKey ec && ec.getCurve().equals(Curve.P_256);
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

  /** One thread, which ends when it has nothing to do: nobody needs to stop it. */
  private static ExecutorService background() {
    ThreadPoolExecutor executor =
        new ThreadPoolExecutor(
            1,
            1,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(), // at most a refresh and a question whether it is back
            task -> {
              Thread thread = new Thread(task, "issuer-keys");
              thread.setDaemon(true);
              return thread;
            });
    executor.allowCoreThreadTimeOut(true);
    return executor;
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalArgumentException("the public key must be " + what);
    }
  }
}
