package com.petstoreapi.systemtests.outage;

import com.petstoreapi.systemtests.support.PetstoreServers;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The power of the auction server: cut without warning, and restored. */
final class Power {
  private static final int RESTORED_WITHIN_SECONDS = 240;

  private final PetstoreServers servers;
  private volatile CountDownLatch off = new CountDownLatch(0);

  Power(PetstoreServers servers) {
    this.servers = servers;
  }

  /**
   * @param all whether that of the notification server, too
   */
  void cut(boolean all) {
    off = new CountDownLatch(1);
    servers.auction().kill();
    if (all) {
      servers.notification().kill();
    }
  }

  /** Starts what is dead, and returns when it is ready. */
  void restore() {
    servers.ensureRunning();
    off.countDown();
  }

  /** Waits while the power is off. */
  void awaitOn() {
    try {
      if (!off.await(RESTORED_WITHIN_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("the server did not come back");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
