package com.petstoreapi.realtime.journal;

/**
 * Another transaction has just written what this one was about to write. Nothing was changed; run
 * again, the work sees what is there.
 */
public final class Contended extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Contended(String message, Throwable cause) {
    super(message, cause, false, false);
  }
}
