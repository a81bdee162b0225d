package com.petstoreapi.systemtests.proxies;

import com.petstoreapi.systemtests.support.Keystore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/**
 * A certificate and its key as most proxies want them.
 *
 * @param both in one file, the certificate first
 */
record Pem(Path certificate, Path key, Path both) {
  private static final char[] PASSWORD = Keystore.PASSWORD.toCharArray();

  static Pem create(Path directory) throws Exception {
    KeyStore store = load(Keystore.create(directory, "localhost").file());
    String alias = store.aliases().nextElement();
    String certificate = pem("CERTIFICATE", store.getCertificate(alias).getEncoded());
    String key = pem("PRIVATE KEY", store.getKey(alias, PASSWORD).getEncoded());
    return new Pem(
        Files.writeString(directory.resolve("certificate.pem"), certificate),
        Files.writeString(directory.resolve("key.pem"), key),
        Files.writeString(directory.resolve("certificate-and-key.pem"), certificate + key));
  }

  private static KeyStore load(Path file) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD);
    }
    return store;
  }

  private static String pem(String type, byte[] der) {
    String lines =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(der);
    return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(type, lines);
  }
}
