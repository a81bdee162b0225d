package com.petstoreapi.systemtests.soak.picture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Charts of the same lines over the same time, two in a row, in one SVG on white ground. */
public final class SmallMultiples {
  private static final int COLUMNS = 2;
  private static final int WIDTH = 460;
  private static final int HEIGHT = 190;
  private static final int HEAD = 58;
  private static final int GAP = 10;

  private final String title;
  private final List<String> lines;
  private final double seconds;
  private final List<Chart> charts = new ArrayList<>();

  /**
   * @param lines what the lines are called, in the order of the series of each chart
   * @param seconds how long the time axis is
   */
  public SmallMultiples(String title, List<String> lines, double seconds) {
    this.title = title;
    this.lines = List.copyOf(lines);
    this.seconds = seconds;
  }

  /**
   * @param unit as Grafana names it
   * @param dots whether each point is marked
   */
  public void add(String name, String unit, boolean dots, List<Series> series) {
    charts.add(new Chart(name, unit, series, 0, seconds, dots));
  }

  /** Writes the picture; what was there before is replaced. */
  public void write(Path file) {
    int rows = (charts.size() + COLUMNS - 1) / COLUMNS;
    int width = COLUMNS * (WIDTH + GAP) + GAP;
    int height = HEAD + rows * (HEIGHT + GAP) + GAP;
    StringBuilder svg =
        new StringBuilder(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1$d %2$d\" width=\"%1$d\" height=\"%2$d\" role=\"img\">%n"
                .formatted(width, height));
    svg.append("<title>").append(Chart.escaped(title)).append("</title>\n");
    svg.append("<style>\n").append(Chart.style()).append("</style>\n");
    svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
    appendHead(svg);
    for (int i = 0; i < charts.size(); i++) {
      int x = GAP + i % COLUMNS * (WIDTH + GAP);
      int y = HEAD + i / COLUMNS * (HEIGHT + GAP);
      svg.append("<g transform=\"translate(%d %d)\">".formatted(x, y));
      svg.append(charts.get(i).drawn(WIDTH, HEIGHT)).append("</g>\n");
    }
    write(file, svg.append("</svg>\n").toString());
  }

  private void appendHead(StringBuilder svg) {
    svg.append(Chart.text(GAP + 8, 22, "title", title));
    for (int i = 0; i < lines.size(); i++) {
      int x = GAP + 8 + i * 180;
      svg.append(
          "<rect x=\"%d\" y=\"36\" width=\"16\" height=\"3\" fill=\"%s\"/>"
              .formatted(x, Chart.COLOURS.get(i)));
      svg.append(Chart.text(x + 22, 42, "line", lines.get(i)));
    }
  }

  static void write(Path file, String content) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, content);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
