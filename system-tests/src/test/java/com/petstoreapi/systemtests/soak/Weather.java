package com.petstoreapi.systemtests.soak;

import com.petstoreapi.systemtests.browser.FaultProxy;
import java.net.URI;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A bad network before each server: it delays, it drops all connections, it is away for a while.
 */
final class Weather implements AutoCloseable {
  private static final int CHANGES_EVERY_SECONDS = 5;
  private static final int[] DELAYS_MILLIS = {0, 0, 5, 50, 200};

  private final FaultProxy beforeNotification = FaultProxy.create();
  private final FaultProxy beforeAuction = FaultProxy.create();
  private final Random dice;
  private final AtomicInteger storms = new AtomicInteger();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "weather"));

  /**
   * @param notification port of the server
   * @param auction port of the other
   */
  Weather(int notification, int auction, Random dice) {
    this.dice = dice;
    beforeNotification.before(notification);
    beforeAuction.before(auction);
  }

  void begin() {
    clock.scheduleAtFixedRate(
        this::change, CHANGES_EVERY_SECONDS, CHANGES_EVERY_SECONDS, TimeUnit.SECONDS);
  }

  private void change() {
    for (FaultProxy proxy : List.of(beforeNotification, beforeAuction)) {
      proxy.mend();
      proxy.delay(DELAYS_MILLIS[dice.nextInt(DELAYS_MILLIS.length)]);
      int fate = dice.nextInt(20);
      if (fate < 2) {
        storms.incrementAndGet();
        proxy.dropAll();
      } else if (fate == 2) {
        storms.incrementAndGet();
        proxy.cut(); // until the next change
      }
    }
  }

  URI notification(URI near) {
    return through(beforeNotification, near);
  }

  URI auction(URI near) {
    return through(beforeAuction, near);
  }

  private static URI through(FaultProxy proxy, URI near) {
    URI far = proxy.uri(near.getRawPath());
    return near.getRawQuery() == null ? far : URI.create(far + "?" + near.getRawQuery());
  }

  /** How often connections were dropped. */
  int storms() {
    return storms.get();
  }

  /** From now on everything gets through at once. */
  void clearUp() throws InterruptedException {
    clock.shutdown();
    clock.awaitTermination(10, TimeUnit.SECONDS);
    beforeNotification.mend();
    beforeAuction.mend();
  }

  @Override
  public void close() {
    clock.shutdownNow();
    beforeNotification.close();
    beforeAuction.close();
  }
}
