package com.petstoreapi.edge.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.UUID;

/**
 * The key pair that signs development tokens. Both services of one machine read the same file, so
 * that each accepts what the other issued; whoever starts first makes it.
 */
final class DevelopmentKey {
  private DevelopmentKey() {}

  static RSAKey loadOrCreate(Path file) {
    KeyFile.createIfAbsent(file, () -> generate().toJSONString());
    try {
      return parse(file, Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the development key " + file, e);
    }
  }

  private static RSAKey parse(Path file, String text) {
    try {
      return JWK.parse(text).toRSAKey();
    } catch (ParseException | NullPointerException | ClassCastException e) {
      // by ClassCastException the library tells a key of another kind, by the other the JSON null
      throw new IllegalStateException("the development key " + file + " is damaged; delete it", e);
    }
  }

  private static RSAKey generate() {
    try {
      return new RSAKeyGenerator(2048).keyID("dev-" + UUID.randomUUID()).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("this JVM cannot make an RSA key", e);
    }
  }
}
