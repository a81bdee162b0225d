package com.petstoreapi.auction.outbox;

/** The receiver is away, or does not take what it is brought. The message is for our log. */
final class NotDelivered extends Exception {
  private static final long serialVersionUID = 1L;

  NotDelivered(String message) {
    super(message);
  }

  NotDelivered(String message, Throwable cause) {
    super(message, cause);
  }
}
