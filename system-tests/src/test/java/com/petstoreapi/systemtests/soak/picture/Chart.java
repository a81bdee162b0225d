package com.petstoreapi.systemtests.soak.picture;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Lines over time, as SVG.
 *
 * @param unit as Grafana names it
 * @param beginSeconds where time begins on the common clock
 * @param endSeconds where it ends
 * @param dots whether each point is marked
 */
record Chart(
    String title,
    String unit,
    List<Series> series,
    double beginSeconds,
    double endSeconds,
    boolean dots) {
  static final List<String> COLOURS =
      List.of(
          "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#b8860b", "#56b4e9", "#5e3c99", "#666666");

  private static final int LEFT = 62;
  private static final int RIGHT = 14;
  private static final int TOP = 30;
  private static final int BOTTOM = 26;
  private static final int PIXELS_A_MARK = 34;
  private static final int PIXELS_A_MINUTE_MARK = 70;

  /** A group of that size, its upper left corner at the origin. */
  String drawn(int width, int height) {
    double most = series.stream().mapToDouble(Series::most).max().orElse(0);
    Axis values = axis(most * 1.02, Math.max(2, (height - TOP - BOTTOM) / PIXELS_A_MARK));
    Axis minutes =
        Axis.upTo(
            (endSeconds - beginSeconds) / 60,
            Math.max(2, (width - LEFT - RIGHT) / PIXELS_A_MINUTE_MARK));
    StringBuilder svg = new StringBuilder("<g>");
    svg.append(text(8, 19, "title", title));
    for (double mark : values.marks()) {
      double y = y(values, mark, height);
      svg.append(line(LEFT, y, width - RIGHT, y));
      svg.append(text(LEFT - 6, y + 4, "value", Units.text(mark, unit)));
    }
    for (double mark : minutes.marks()) {
      if (mark * 60 <= (endSeconds - beginSeconds) * 1.001) {
        String label = Units.text(mark, "none") + (mark == 0 ? " min" : "");
        svg.append(text(x(mark * 60 + beginSeconds, width), height - 8, "time", label));
      }
    }
    for (int i = 0; i < series.size(); i++) {
      svg.append(path(series.get(i), COLOURS.get(i % COLOURS.size()), values, width, height));
    }
    return svg.append("</g>\n").toString();
  }

  /** Bytes have round numbers of KiB, MiB and so on. */
  private Axis axis(double most, int marks) {
    double scale = 1;
    while (unit.equals("bytes") && most / scale >= 1_024) {
      scale *= 1_024;
    }
    return Axis.upTo(most / scale, marks).times(scale);
  }

  private String path(Series one, String colour, Axis values, int width, int height) {
    String points =
        one.points().stream()
            .map(
                point ->
                    format(
                        "%.1f,%.1f", x(point.seconds(), width), y(values, point.value(), height)))
            .collect(Collectors.joining(" "));
    String drawn =
        "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"1.6\" stroke-linejoin=\"round\" points=\"%s\"/>"
            .formatted(colour, points);
    if (!dots) {
      return drawn;
    }
    return drawn
        + one.points().stream()
            .map(
                point ->
                    format(
                        "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"2.6\" fill=\"%s\"/>",
                        x(point.seconds(), width), y(values, point.value(), height), colour))
            .collect(Collectors.joining());
  }

  private double x(double seconds, int width) {
    double share = (seconds - beginSeconds) / (endSeconds - beginSeconds);
    return LEFT + share * (width - LEFT - RIGHT);
  }

  private static double y(Axis values, double value, int height) {
    return height - BOTTOM - values.share(value) * (height - TOP - BOTTOM);
  }

  private static String line(double x1, double y1, double x2, double y2) {
    return format(
        "<line class=\"grid\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>", x1, y1, x2, y2);
  }

  static String text(double x, double y, String style, String content) {
    return format("<text x=\"%.1f\" y=\"%.1f\" class=\"%s\">", x, y, style)
        + escaped(content)
        + "</text>";
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }

  /** The style sheet that all charts want. */
  static String style() {
    return """
        text { font: 12px system-ui, 'DejaVu Sans', sans-serif; fill: #333; }
        text.title { font-size: 13px; font-weight: 600; fill: #111; }
        text.value { text-anchor: end; font-size: 11px; }
        text.time { text-anchor: middle; font-size: 11px; }
        line.grid { stroke: #ddd; stroke-width: 1; }
        """;
  }
}
