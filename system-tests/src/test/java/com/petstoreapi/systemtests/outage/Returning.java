package com.petstoreapi.systemtests.outage;

import java.util.List;
import java.util.Optional;
import java.util.Random;

/** People who watch and come back by themselves when they were sent or cut off, as clients do. */
final class Returning implements AutoCloseable {
  private static final long LOOK_EVERY_MILLIS = 50;

  private final List<Thread> threads;
  private volatile boolean calm;
  private volatile boolean over;

  /**
   * @param restless who leaves by himself, too, again and again at odd moments; else nobody does
   */
  Returning(List<? extends Visitor> visitors, Optional<Random> restless) {
    threads = visitors.stream().map(visitor -> thread(visitor, restless)).toList();
    threads.forEach(Thread::start);
  }

  private Thread thread(Visitor visitor, Optional<Random> restless) {
    Optional<Random> own = restless.map(dice -> new Random(dice.nextLong()));
    Thread thread = new Thread(() -> stay(visitor, own), "returning");
    thread.setDaemon(true);
    return thread;
  }

  private void stay(Visitor visitor, Optional<Random> restless) {
    try {
      while (!over) {
        Thread.sleep(restless.map(dice -> (long) dice.nextInt(1_500)).orElse(LOOK_EVERY_MILLIS));
        if (restless.isPresent() && !calm) {
          visitor.leave();
        }
        if (!visitor.isHere()) {
          tryToComeBack(visitor);
        }
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void tryToComeBack(Visitor visitor) {
    try {
      visitor.comeBack();
    } catch (RuntimeException | AssertionError notYet) {
      // Nobody is there, or is not ready: he tries again.
    }
  }

  /** From now on nobody leaves by himself. */
  void calmDown() {
    calm = true;
  }

  /** From now on nobody comes back. */
  @Override
  public void close() throws InterruptedException {
    over = true;
    for (Thread thread : threads) {
      thread.join(10_000);
    }
  }
}
