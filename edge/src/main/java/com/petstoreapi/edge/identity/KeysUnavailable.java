package com.petstoreapi.edge.identity;

/**
 * Nobody can say whether a token is good: the issuer cannot be asked for the key that it names. The
 * same token may be accepted in a moment.
 */
public final class KeysUnavailable extends Exception {
  private static final long serialVersionUID = 1L;

  KeysUnavailable() {
    super("the issuer cannot be asked for its keys", null, false, false);
  }
}
