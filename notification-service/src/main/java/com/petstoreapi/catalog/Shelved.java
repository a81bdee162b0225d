package com.petstoreapi.catalog;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How much of an article there is, and whether people know.
 *
 * @param toldAt when it was told last; empty when it never was
 * @param untold whether it is another number by now
 */
public record Shelved(Stock stock, Optional<Instant> toldAt, boolean untold) {

  /** What is left when some of it was taken, which is told when it is time to. */
  public Shelved without(long quantity) {
    return new Shelved(new Stock(stock.sku(), stock.stock() - quantity), toldAt, true);
  }

  /**
   * Whether it is time to tell.
   *
   * @param apart at least so long after it was told last; a clock that was set back makes nobody
   *     wait for longer
   */
  public boolean isDue(Instant now, Duration apart) {
    boolean early =
        toldAt.filter(at -> Duration.between(at, now).abs().compareTo(apart) < 0).isPresent();
    return untold && !early;
  }

  /** The same, told just now. */
  public Shelved told(Instant now) {
    return new Shelved(stock, Optional.of(now), false);
  }
}
