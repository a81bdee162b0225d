package com.petstoreapi.realtime.delivery;

import com.petstoreapi.realtime.tracing.Stage;
import com.petstoreapi.realtime.tracing.Step;
import com.petstoreapi.realtime.tracing.Tracing;
import java.util.List;

/**
 * The time from the arrival of a commit's events at this node to the first client that one of them
 * is written to. Where nobody listens it does not end, and nobody hears of it.
 */
final class FirstDelivery {
  private final String trace;
  private final Step step;

  FirstDelivery(Tracing tracing, String stream, String trace) {
    this.trace = trace;
    this.step = tracing.follow(Stage.FIRST_DELIVERY, stream, 1, List.of(trace));
  }

  /** Whether events that are followed by this belong to the same commit. */
  boolean isOf(String other) {
    return trace.equals(other);
  }

  /** A client is about to be written to. */
  void begun() {
    step.end();
  }
}
