package com.petstoreapi.systemtests.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * A PKCS 12 file with a key and a certificate, made by the JDK's keytool.
 *
 * @param variables a directory for {@code VARIABLE_SOURCE_DIRS}: it holds the password as a file
 */
public record Keystore(Path file, Path variables) {
  public static final String PASSWORD = "correct horse battery staple";
  private static final int MADE_WITHIN_SECONDS = 60;

  public static Keystore create(Path directory, String commonName)
      throws IOException, InterruptedException {
    Path file = directory.resolve("certificate.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + commonName,
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD)
            .inheritIO()
            .start();
    if (!keytool.waitFor(MADE_WITHIN_SECONDS, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
      throw new IOException("keytool made no keystore");
    }
    Path variables = Files.createDirectories(directory.resolve("variables"));
    Files.writeString(variables.resolve("KEYSTORE_PASSWORD"), PASSWORD);
    return new Keystore(file, variables);
  }
}
