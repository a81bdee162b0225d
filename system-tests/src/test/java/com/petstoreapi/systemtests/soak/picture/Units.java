package com.petstoreapi.systemtests.soak.picture;

import java.util.Locale;

/** Numbers as people read them, by the names that Grafana has for units. */
final class Units {
  private static final String[] THOUSANDS = {"", " K", " M", " G", " T"};
  private static final String[] BINARY = {" B", " KiB", " MiB", " GiB", " TiB"};

  private Units() {}

  static String text(double value, String unit) {
    if (!Double.isFinite(value)) {
      return "–";
    }
    return switch (unit) {
      case "bytes" -> scaled(value, 1_024, BINARY);
      case "decbytes" -> scaled(value, 1_000, THOUSANDS) + "B";
      case "s" -> seconds(value);
      case "ms" -> seconds(value / 1_000);
      case "percentunit" -> number(value * 100) + " %";
      case "percent" -> number(value) + " %";
      case "Bps", "binBps" -> scaled(value, 1_024, BINARY) + "/s";
      case "ops", "reqps", "wps", "rps", "cps", "mps", "eps", "iops" ->
          scaled(value, 1_000, THOUSANDS) + "/s";
      case "none", "short", "", "bool" -> scaled(value, 1_000, THOUSANDS);
      default -> scaled(value, 1_000, THOUSANDS) + " " + unit;
    };
  }

  private static String seconds(double value) {
    double size = Math.abs(value);
    if (size == 0 || size >= 1) {
      return number(value) + " s";
    }
    return size >= 1e-3 ? number(value * 1e3) + " ms" : number(value * 1e6) + " µs";
  }

  private static String scaled(double value, int base, String[] names) {
    double left = value;
    int times = 0;
    while (Math.abs(left) >= base && times < names.length - 1) {
      left /= base;
      times++;
    }
    return number(left) + names[times];
  }

  private static String number(double value) {
    String text = String.format(Locale.ROOT, Math.abs(value) < 100 ? "%.2f" : "%.0f", value);
    return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
  }
}
