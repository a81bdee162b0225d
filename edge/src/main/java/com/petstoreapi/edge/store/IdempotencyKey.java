package com.petstoreapi.edge.store;

import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.value.Sha256;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What makes a repeated write known as a repetition.
 *
 * @param owner the user who made up the key
 * @param key 1 to 64 printable ASCII characters
 * @param fingerprint a digest of what was asked for: the same key with another is a conflict
 */
public record IdempotencyKey(String owner, String key, String fingerprint) {
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,64}");

  public IdempotencyKey {
    if (!KEY.matcher(key).matches()) {
      throw Refusal.invalid("An idempotency key has 1 to 64 printable characters.");
    }
  }

  /**
   * @param key as the client sent it; null for none
   * @param request what is asked for, in one text: the operation and what it is applied to
   */
  public static Optional<IdempotencyKey> of(String owner, String key, String request) {
    return Optional.ofNullable(key)
        .map(value -> new IdempotencyKey(owner, value, fingerprint(request)));
  }

  private static String fingerprint(String request) {
    return HexFormat.of().formatHex(Sha256.of(request));
  }
}
