package com.petstoreapi.realtime.journal;

/** The database behind the journal cannot be reached, or did not confirm a commit. */
public final class JournalUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public JournalUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
