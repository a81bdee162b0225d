package com.petstoreapi.edge.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * The secrets that tickets are signed with, the same on all nodes of both services: a line of a
 * file each. The first signs; all verify, so that a new one can be put above an old one.
 */
final class TicketKeys {
  /** HS256 wants a key as long as its hash, in bytes (RFC 7518, section 3.2). */
  private static final int LEAST_BYTES = 32;

  private final JWSSigner signer;
  private final List<JWSVerifier> verifiers;

  private TicketKeys(JWSSigner signer, List<JWSVerifier> verifiers) {
    this.signer = signer;
    this.verifiers = List.copyOf(verifiers);
  }

  /**
   * @throws IllegalStateException when there is no secret in the file, or one that is too short
   */
  static TicketKeys load(Path file) {
    try {
      return of(
          Files.readString(file).lines().map(String::trim).filter(l -> !l.isEmpty()).toList());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the ticket keys " + file, e);
    } catch (JOSEException | IllegalArgumentException e) {
      throw new IllegalStateException(
          "the ticket keys " + file + " must be lines of " + LEAST_BYTES + " characters or more",
          e);
    }
  }

  /** The same; makes the file when it is not there. */
  static TicketKeys loadOrCreate(Path file) {
    KeyFile.createIfAbsent(file, TicketKeys::randomSecret);
    return load(file);
  }

  JWSSigner signer() {
    return signer;
  }

  List<JWSVerifier> verifiers() {
    return verifiers;
  }

  private static TicketKeys of(List<String> secrets) throws JOSEException {
    if (secrets.isEmpty()) {
      throw new IllegalArgumentException("no secret");
    }
    List<JWSVerifier> verifiers = new ArrayList<>();
    for (String secret : secrets) {
      verifiers.add(new MACVerifier(secret.getBytes(StandardCharsets.UTF_8)));
    }
    return new TicketKeys(
        new MACSigner(secrets.get(0).getBytes(StandardCharsets.UTF_8)), verifiers);
  }

  private static String randomSecret() {
    byte[] secret = new byte[LEAST_BYTES];
    new SecureRandom().nextBytes(secret);
    return Base64.getEncoder().encodeToString(secret) + "\n";
  }
}
