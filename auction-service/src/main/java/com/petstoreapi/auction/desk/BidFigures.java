package com.petstoreapi.auction.desk;

import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.figures.Tally;
import com.petstoreapi.realtime.journal.JournalUnavailable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** What became of the bids and purchases that were put before the rules. Any thread. */
public final class BidFigures {
  private final LongAdder accepted = new LongAdder();
  private final Tally<ErrorCode> refused = new Tally<>(ErrorCode.class);

  /** Those that were accepted. */
  public long accepted() {
    return accepted.sum();
  }

  /** Those that were not, by what their bidders were told. */
  public Tally<ErrorCode> refused() {
    return refused;
  }

  /** Counts what becomes of a bid. */
  <T> CompletableFuture<T> count(Supplier<CompletableFuture<T>> bid) {
    try {
      return bid.get().whenComplete((receipt, failure) -> count(failure));
    } catch (RuntimeException e) {
      count(e);
      throw e;
    }
  }

  private void count(Throwable failure) {
    if (failure == null) {
      accepted.increment();
    } else {
      refused.add(codeOf(failure));
    }
  }

  private static ErrorCode codeOf(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof Refusal refusal) {
      return refusal.code();
    }
    return cause instanceof JournalUnavailable ? ErrorCode.UNAVAILABLE : ErrorCode.INTERNAL;
  }
}
