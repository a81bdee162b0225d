package com.petstoreapi.benchmarks.report;

import java.util.Locale;

/** Figures with their units, as they stand in tables. */
public final class Figures {
  private Figures() {}

  public static String micros(double micros) {
    return String.format(Locale.ROOT, "%.1f µs", micros);
  }

  public static String millis(double millis) {
    return String.format(Locale.ROOT, "%.1f ms", millis);
  }

  public static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.1f s", seconds);
  }

  public static String count(double count) {
    return String.format(Locale.ROOT, "%,.0f", count);
  }

  /** Of processors: how many are busy. */
  public static String cores(double cores) {
    return String.format(Locale.ROOT, "%.2f", cores);
  }

  public static String kilobytes(double bytes) {
    return String.format(Locale.ROOT, "%.1f KB", bytes / 1_024);
  }
}
