package com.petstoreapi.edge.runtime;

import com.petstoreapi.realtime.journal.JournalUnavailable;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Work that is done again and again, whatever becomes of it once. */
public final class Rounds {
  private static final System.Logger LOG = System.getLogger(Rounds.class.getName());

  private Rounds() {}

  /**
   * Begins, after the first pause.
   *
   * @param what for the log
   * @param millis between the end of one and the beginning of the next
   * @return to be cancelled at the end
   */
  public static Future<?> begin(
      ScheduledExecutorService executor, String what, long millis, Runnable round) {
    return executor.scheduleWithFixedDelay(
        () -> {
          try {
            round.run();
          } catch (JournalUnavailable e) {
            LOG.log(System.Logger.Level.DEBUG, what + " has to wait for the database", e);
          } catch (RuntimeException e) { // there would be no further round
            LOG.log(System.Logger.Level.ERROR, "a round failed: " + what, e);
          }
        },
        millis,
        millis,
        TimeUnit.MILLISECONDS);
  }
}
