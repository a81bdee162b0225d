package com.petstoreapi.realtime.delivery;

import java.time.Duration;

/**
 * Bounds of the lanes.
 *
 * @param lanes how many: one a core is right
 * @param maxStuck writers that may be stuck at a time; above that the longest stuck connection is
 *     cut
 * @param sendDeadline how long one write may last before its connection is cut
 */
public record LaneBounds(int lanes, int maxStuck, Duration sendDeadline) {
  public LaneBounds {
    if (lanes < 1 || maxStuck < 1 || sendDeadline.isNegative() || sendDeadline.isZero()) {
      throw new IllegalArgumentException("lanes, stuck writers and the deadline are at least 1");
    }
  }
}
