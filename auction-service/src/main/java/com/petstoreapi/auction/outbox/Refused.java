package com.petstoreapi.auction.outbox;

/** The receiver says that what it was brought is invalid: it would say so again. */
final class Refused extends Exception {
  private static final long serialVersionUID = 1L;

  private final String code;

  /**
   * @param code the problem's, for example {@code invalid-message}
   * @param detail what the receiver says of it, for our log
   */
  Refused(String code, String detail) {
    super(code + ": " + detail);
    this.code = code;
  }

  String code() {
    return code;
  }
}
