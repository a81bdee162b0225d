package com.petstoreapi.benchmarks.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** All tables of a run as one page, each with a plot of its second column. */
public final class HtmlReport {
  private static final String STYLE =
      """
      :root { color-scheme: light dark; }
      body { font: 15px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
      table { border-collapse: collapse; margin: 1rem 0; }
      th, td { padding: .25rem .75rem; border-bottom: 1px solid #8884; text-align: left; }
      dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; }
      dt { opacity: .7; } dd { margin: 0; }
      svg text { fill: currentColor; font: 13px system-ui, sans-serif; }
      .ours { fill: #2a7de1; } .theirs { fill: #9aa3ad; }
      """;
  private static final int BAR_HEIGHT = 24;
  private static final int NAMES_WIDTH = 230;
  private static final int BARS_WIDTH = 480;
  private static final int FIGURES_WIDTH = 150;

  private final Map<String, String> facts;

  /** To be made before the run: it notes the load. */
  public HtmlReport(String javaOfServers) {
    this.facts = Machine.facts(javaOfServers);
    facts.forEach((name, value) -> System.out.println(name + ": " + value));
  }

  /** Writes the page; what was there before is replaced. */
  public void write(Path file, List<Table> tables) {
    StringBuilder page =
        new StringBuilder("<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n")
            .append("<meta name=\"viewport\" content=\"width=device-width\">\n")
            .append("<title>Petstore Live: benchmarks</title>\n<style>\n")
            .append(STYLE)
            .append("</style>\n<h1>Benchmarks</h1>\n<dl>\n");
    facts.forEach(
        (name, value) ->
            page.append("<dt>%s</dt><dd>%s</dd>%n".formatted(escaped(name), escaped(value))));
    page.append("</dl>\n");
    tables.forEach(table -> append(page, table));
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void append(StringBuilder page, Table table) {
    page.append("<h2>").append(escaped(table.title())).append("</h2>\n");
    plot(page, table);
    page.append("<table>\n");
    appendRow(page, "th", table.columns());
    table.rows().forEach(row -> appendRow(page, "td", row));
    page.append("</table>\n");
  }

  private static void appendRow(StringBuilder page, String tag, List<String> cells) {
    page.append("<tr>");
    cells.forEach(cell -> page.append("<%s>%s</%s>".formatted(tag, escaped(cell), tag)));
    page.append("</tr>\n");
  }

  private static void plot(StringBuilder page, Table table) {
    double most = table.rows().stream().mapToDouble(row -> figure(row)).max().orElse(0);
    if (most <= 0) {
      return;
    }
    int width = NAMES_WIDTH + BARS_WIDTH + FIGURES_WIDTH;
    page.append(
        "<svg viewBox=\"0 0 %d %d\" width=\"%d\" role=\"img\" aria-label=\"%s\">%n"
            .formatted(
                width, BAR_HEIGHT * table.rows().size(), width, escaped(table.columns().get(1))));
    int y = 0;
    for (List<String> row : table.rows()) {
      double bar = BARS_WIDTH * figure(row) / most;
      page.append(
          String.format(
              Locale.ROOT,
              "<text x=\"0\" y=\"%d\">%s</text><rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%.1f\""
                  + " height=\"%d\"/><text x=\"%.1f\" y=\"%d\">%s</text>%n",
              y + 16,
              escaped(row.get(0)),
              row.get(0).startsWith("Petstore Live") ? "ours" : "theirs",
              NAMES_WIDTH,
              y + 4,
              bar,
              BAR_HEIGHT - 8,
              NAMES_WIDTH + bar + 8,
              y + 16,
              escaped(row.get(1))));
      y += BAR_HEIGHT;
    }
    page.append("</svg>\n");
  }

  private static double figure(List<String> row) {
    return Table.numberIn(row.get(1)).orElse(0);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
