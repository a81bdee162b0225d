package com.petstoreapi.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What one scenario has found, a row for each contestant; printed as it grows. */
public final class Table {
  private static final Pattern NUMBER = Pattern.compile("-?[0-9][0-9,]*(\\.[0-9]+)?");

  private final String title;
  private final List<String> columns;
  private final List<List<String>> rows = new ArrayList<>();

  /**
   * @param title what was measured
   * @param columns the first names the contestant; the second is what the plot shows
   */
  public Table(String title, String... columns) {
    this.title = title;
    this.columns = List.of(columns);
    System.out.println("\n" + title + "\n");
    print(this.columns);
    print(this.columns.stream().map(column -> "---").toList());
  }

  /** Adds a row and prints it, as Markdown. */
  public void add(String... cells) {
    rows.add(List.of(cells));
    print(List.of(cells));
  }

  String title() {
    return title;
  }

  List<String> columns() {
    return columns;
  }

  List<List<String>> rows() {
    return rows;
  }

  /** The number that a cell begins with; empty if it begins with none. */
  static OptionalDouble numberIn(String cell) {
    Matcher matcher = NUMBER.matcher(cell);
    return matcher.lookingAt()
        ? OptionalDouble.of(Double.parseDouble(matcher.group().replace(",", "")))
        : OptionalDouble.empty();
  }

  private static void print(List<String> cells) {
    System.out.println("| " + String.join(" | ", cells) + " |");
  }
}
