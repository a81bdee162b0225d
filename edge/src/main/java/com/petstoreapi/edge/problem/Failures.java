package com.petstoreapi.edge.problem;

import com.petstoreapi.edge.logging.About;
import com.petstoreapi.edge.logging.LogContext;
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.journal.JournalUnavailable;
import com.petstoreapi.realtime.journal.jdbc.ConnectionFailures;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** Turns whatever went wrong into what a client may be told. */
public final class Failures {
  private static final System.Logger LOG = System.getLogger(Failures.class.getName());

  private Failures() {}

  /** The refusal to answer with. What a client must not see goes to the log under an id. */
  public static Refusal refusalOf(Throwable failure) {
    return refusalOf(failure, LogContext.current());
  }

  /** The same where another thread failed than the one that was asked. */
  public static Refusal refusalOf(Throwable failure, About about) {
    return refusalOf(failure, Optional.of(about));
  }

  private static Refusal refusalOf(Throwable failure, Optional<About> about) {
    Throwable cause = failure;
    while ((cause instanceof CompletionException || cause instanceof ExecutionException)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof Refusal refusal) {
      return refusal;
    }
    if (cause instanceof JournalUnavailable || ConnectionFailures.isBehind(cause)) {
      return Refusal.unavailable("The store cannot be reached. Repeat with the same key.");
    }
    if (cause instanceof TimeoutException) {
      return Refusal.unavailable("The answer took too long. Repeat with the same key.");
    }
    String id = UUID.randomUUID().toString();
    LOG.log(System.Logger.Level.ERROR, "failure " + id + of(about), cause);
    return new Refusal(ErrorCode.INTERNAL, "The failure was noted under " + id + ".");
  }

  private static String of(Optional<About> about) {
    return about.map(one -> " of " + one).orElse("");
  }
}
