package com.petstoreapi.edge.metrics;

import java.util.Locale;

/**
 * What tells one line of a metric from another.
 *
 * @param value one of few that are known beforehand
 */
public record Label(String name, String value) {
  /** That of an enum's constant, in the way in which all codes are written: {@code too-slow}. */
  public static Label of(String name, Enum<?> value) {
    return new Label(name, value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }
}
