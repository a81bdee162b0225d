package com.petstoreapi.presence;

import java.time.Duration;

/**
 * How presence is told.
 *
 * @param mostNames of a place with more people only their number is told
 * @param grace for how long somebody who has left still counts as here: who is back by then has
 *     never left; zero for no such time
 * @param renewal how often the nodes tell each other who is at their places; longer than zero
 * @param lease how long that holds: the people of a node that is not heard of for longer are gone;
 *     longer than the renewal
 */
public record PresenceSettings(int mostNames, Duration grace, Duration renewal, Duration lease) {
  public PresenceSettings {
    if (mostNames < 0 || grace.isNegative() || renewal.isNegative() || renewal.isZero()) {
      throw new IllegalArgumentException("presence is out of range");
    }
    if (lease.compareTo(renewal) <= 0) {
      throw new IllegalArgumentException(
          "a presence lease of " + lease.toSeconds() + " s ends before it is renewed");
    }
  }
}
