package com.petstoreapi.edge.admission;

import com.petstoreapi.edge.settings.AdmissionSettings;
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;

/**
 * Whether this node has more to do than it can. As long as it has, newcomers are turned away, so
 * that those who are there are told in time. Measured by one thread at a time, asked by any.
 */
public final class Overload {
  private static final System.Logger LOG = System.getLogger(Overload.class.getName());

  private final boolean enabled;
  private final Mark lagMark;
  private final Mark heapMark;
  private final int retrySeconds;
  private final Map<Cause, LongAdder> refused = new EnumMap<>(Cause.class);
  private volatile Measured last = new Measured(Duration.ZERO, 0);
  private volatile Cause cause;

  /** What there is too much of. */
  public enum Cause {
    /** Those who are there are told late. */
    LAG,
    /** The heap is nearly full of what is in use. */
    HEAP;

    /** As a label of a figure. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What was found.
   *
   * @param lag how late those are told who wait for their turn
   * @param heap the part of the heap that collections leave, 0 to 1
   */
  public record Measured(Duration lag, double heap) {}

  public Overload(AdmissionSettings settings) {
    enabled = settings.enabled();
    lagMark =
        new Mark(
            settings.lag().toNanos(),
            settings.lagClear().toNanos(),
            settings.after(),
            settings.calm());
    heapMark = new Mark(settings.heap(), settings.heapClear(), settings.after(), settings.calm());
    retrySeconds = Math.toIntExact(settings.retry().toSeconds());
    for (Cause each : Cause.values()) {
      refused.put(each, new LongAdder());
    }
  }

  /**
   * Takes a measurement; to be called several times a second.
   *
   * @param now by {@link System#nanoTime()}
   */
  public void measured(Measured found, long now) {
    last = found;
    boolean late = lagMark.measured(found.lag().toNanos(), now);
    boolean full = heapMark.measured(found.heap(), now);
    turnTo(full ? Cause.HEAP : late ? Cause.LAG : null);
  }

  private void turnTo(Cause next) {
    if (next == cause || !enabled) {
      return;
    }
    cause = next;
    System.Logger.Level level =
        next == null ? System.Logger.Level.INFO : System.Logger.Level.WARNING;
    LOG.log(
        level,
        "{0}: deliveries wait {1} ms, {2} % of the heap is in use",
        next == null ? "newcomers are let in again" : "newcomers are turned away (" + next + ")",
        Long.toString(last.lag().toMillis()),
        Long.toString(Math.round(100 * last.heap())));
  }

  /**
   * Lets a newcomer in.
   *
   * @throws Refusal {@code unavailable}, with a time after which to come back that is not the same
   *     for all
   */
  public void admitNewcomer() {
    Cause now = cause;
    if (now == null) {
      return;
    }
    refused.get(now).increment();
    int seconds = ThreadLocalRandom.current().nextInt(retrySeconds, 2 * retrySeconds + 1);
    throw new Refusal(
        ErrorCode.UNAVAILABLE,
        "This node has too much to do to let anybody else in.",
        Map.of("retryAfterSeconds", seconds));
  }

  /** Why newcomers are turned away; empty while they are not. */
  public Optional<Cause> cause() {
    return Optional.ofNullable(cause);
  }

  /** How many were turned away for that. */
  public long refused(Cause why) {
    return refused.get(why).sum();
  }

  /** The last measurement. */
  public Measured last() {
    return last;
  }
}
