package com.petstoreapi.auction;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names for bidders who want to stay unknown: HMAC-SHA-256 (RFC 2104) of the user's id, under a
 * secret that one auction has for itself. The same bidder has the same name all through an auction;
 * without the secret a name leads neither to the user nor to his name in another auction.
 *
 * @param secret 32 bytes in hexadecimal digits; never shown to anybody
 */
public record Pseudonyms(String secret) {
  private static final String ALGORITHM = "HmacSHA256";
  private static final Pattern SECRET = Pattern.compile("[0-9a-f]{64}");
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SECRET_BYTES = 32;

  /** 48 bits: of ten thousand bidders two share a name once in five million auctions. */
  private static final int NAME_BYTES = 6;

  public Pseudonyms {
    if (!SECRET.matcher(secret).matches()) {
      throw new IllegalArgumentException("a secret has 64 hexadecimal digits");
    }
  }

  /** Those of a new auction. */
  public static Pseudonyms random() {
    byte[] secret = new byte[SECRET_BYTES];
    RANDOM.nextBytes(secret);
    return new Pseudonyms(HexFormat.of().formatHex(secret));
  }

  /** For example {@code bidder-7f3a09c2d41e}. */
  public String of(String userId) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(HexFormat.of().parseHex(secret), ALGORITHM));
      byte[] code = mac.doFinal(userId.getBytes(StandardCharsets.UTF_8));
      return "bidder-" + HexFormat.of().formatHex(Arrays.copyOf(code, NAME_BYTES));
    } catch (GeneralSecurityException e) { // every JDK has it
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return "Pseudonyms[]";
  }
}
