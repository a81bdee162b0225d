package com.petstoreapi.systemtests.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Whether a server has stayed as it was: what lives on the heap with the crowd at the end beside
 * the same in the middle; threads, descriptors and connections after the crowd beside before.
 *
 * @param server its name
 * @param before nobody is there, and all has been used once
 * @param warm the crowd is there, and all has been used often
 * @param middle half of the time has passed
 * @param last the crowd is still there
 * @param after it has left
 */
record Verdict(
    String server, Sample before, Sample warm, Sample middle, Sample last, Sample after) {
  /** By so much of itself, and so many bytes, what lives on the heap may differ. */
  static final double HEAP_SHARE = 0.15;

  static final double HEAP_BYTES = 16 << 20;

  /**
   * When the heap has all that it will hold: auctions last up to 3 minutes, and their tails are let
   * go 10 minutes after that. If the middle is earlier, the heap is told and not judged.
   */
  static final double FULL_AFTER_SECONDS = 14 * 60;

  /** Threads that the server's pool may keep. */
  static final int MORE_THREADS = 32;

  /** The connections that the pool to the database may keep, and a few files. */
  static final int MORE_DESCRIPTORS = 48;

  private static final double MEBI = 1 << 20;

  /**
   * A line of the table.
   *
   * @param limit of {@code last} for the heap, of {@code after} for all else; NaN for none
   */
  record Row(String what, double[] values, double limit, boolean flat) {}

  List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    rows.add(row("live heap, MiB", Sample::heapLive, MEBI, heapLimit(), last));
    rows.add(row("threads", Sample::threads, 1, before.threads() + MORE_THREADS, after));
    rows.add(
        row("descriptors", Sample::descriptors, 1, before.descriptors() + MORE_DESCRIPTORS, after));
    rows.add(row("connections", Sample::connections, 1, before.connections(), after));
    return rows;
  }

  private double heapLimit() {
    return middle.seconds() < FULL_AFTER_SECONDS
        ? Double.NaN
        : middle.heapLive() * (1 + HEAP_SHARE) + HEAP_BYTES;
  }

  private Row row(
      String what, ToDoubleFunction<Sample> figure, double unit, double limit, Sample judged) {
    double[] values =
        List.of(before, warm, middle, last, after).stream()
            .mapToDouble(sample -> figure.applyAsDouble(sample) / unit)
            .toArray();
    boolean flat = !(figure.applyAsDouble(judged) > limit);
    return new Row(what, values, limit / unit, flat);
  }

  boolean isFlat() {
    return rows().stream().allMatch(Row::flat);
  }

  /** Whether threads and descriptors of that sample are such as they may be after the crowd. */
  static boolean isBack(Sample before, Sample now) {
    return now.threads() <= before.threads() + MORE_THREADS
        && now.descriptors() <= before.descriptors() + MORE_DESCRIPTORS
        && now.connections() <= before.connections();
  }

  /** A table in Markdown, resident memory included, which nobody judges. */
  String table() {
    StringBuilder table =
        new StringBuilder(
            "| %s | before | warm | middle | end | after | limit | flat |\n".formatted(server));
    table.append("|---|---|---|---|---|---|---|---|\n");
    for (Row row : rows()) {
      line(table, row.what(), row.values(), number(row.limit()), row.flat() ? "yes" : "**no**");
    }
    double[] resident = row("resident, MiB", Sample::resident, MEBI, Double.NaN, after).values();
    return line(table, "resident, MiB", resident, "", "").toString();
  }

  private static StringBuilder line(
      StringBuilder table, String what, double[] values, String limit, String flat) {
    table.append("| ").append(what).append(" |");
    for (double value : values) {
      table.append(' ').append(number(value)).append(" |");
    }
    return table.append(" %s | %s |%n".formatted(limit, flat));
  }

  private static String number(double value) {
    if (Double.isNaN(value)) {
      return "–";
    }
    return String.format(Locale.ROOT, value == Math.rint(value) ? "%.0f" : "%.1f", value);
  }
}
