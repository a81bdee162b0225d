package com.petstoreapi.realtime.delivery;

import com.petstoreapi.realtime.support.FakeOutlet;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/** A connection whose lane has no thread: who tests it serves it. */
abstract class ServedByHand {
  final Lane lane = new Lane("lane", task -> {});
  final LaneFigures figures = new LaneFigures();
  final AtomicInteger closed = new AtomicInteger();

  Connection connect(FakeOutlet outlet) {
    return new Connection(lane, outlet, closed::incrementAndGet, figures);
  }

  static boolean serve(Connection connection) {
    boolean begun = connection.begin();
    if (begun) {
      connection.serve();
    }
    return begun;
  }

  static boolean fail(Throwable cause) throws IOException {
    if (cause instanceof IOException lost) {
      throw lost;
    } else if (cause instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) cause;
  }
}
