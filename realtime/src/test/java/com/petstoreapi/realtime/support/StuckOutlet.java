package com.petstoreapi.realtime.support;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CountDownLatch;

/**
 * A client that does not read: its writer stays in the write until it reads again, or until the
 * writer is interrupted.
 */
public final class StuckOutlet extends FakeOutlet {
  private final CountDownLatch reading;
  private final CountDownLatch stuck;

  public StuckOutlet() {
    this(new CountDownLatch(1), new CountDownLatch(1));
  }

  private StuckOutlet(CountDownLatch stuck, CountDownLatch reading) {
    super(() -> waitFor(stuck, reading));
    this.stuck = stuck;
    this.reading = reading;
  }

  /** Opens when a writer is stuck. */
  public CountDownLatch stuck() {
    return stuck;
  }

  /** The client reads again, and from then on always. */
  public void read() {
    reading.countDown();
  }

  private static boolean waitFor(CountDownLatch stuck, CountDownLatch reading) throws IOException {
    stuck.countDown();
    try {
      reading.await();
      return false;
    } catch (InterruptedException e) {
      throw new InterruptedIOException();
    }
  }
}
