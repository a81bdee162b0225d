package com.petstoreapi.edge.identity;

/** A token that is not accepted. The message is for our log and never bears the token. */
public final class InvalidToken extends Exception {
  private static final long serialVersionUID = 1L;

  private final AuthRefusal why;

  InvalidToken(AuthRefusal why, String message) {
    super(message, null, false, false);
    this.why = why;
  }

  public AuthRefusal why() {
    return why;
  }
}
