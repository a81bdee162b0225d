package com.petstoreapi.systemtests.soak.picture;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.petstoreapi.systemtests.browser.Chromium;
import com.petstoreapi.systemtests.soak.picture.Dashboard.Panel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A dashboard with real figures, laid out as Grafana would do it, as a page and as a picture. */
public final class DashboardPage {
  private static final int COLUMNS = 24;
  private static final int WIDTH = 1_520;
  private static final int ROW_PIXELS = 34;
  private static final int GAP = 8;
  private static final int LEGEND_PIXELS = 36;
  private static final int LINES_NAMED = 8;

  private static final String STYLE =
      """
      body { margin: 16px; background: #f4f5f5; font: 13px system-ui, 'DejaVu Sans', sans-serif; color: #222; }
      h1 { font-size: 18px; margin: 0 0 2px; }
      p { margin: 0 0 12px; color: #555; }
      .grid { display: grid; grid-template-columns: repeat(24, 1fr); grid-auto-rows: 34px; gap: 8px; }
      .panel { background: #fff; border: 1px solid #ddd; border-radius: 3px; overflow: hidden; }
      .row { align-self: end; font-weight: 600; font-size: 15px; }
      .legend { display: flex; flex-wrap: wrap; gap: 0 14px; padding: 0 10px; font-size: 11px; }
      .legend i { display: inline-block; width: 12px; height: 3px; margin-right: 5px; vertical-align: middle; }
      .stat { font-size: 26px; text-align: center; padding: 8px; }
      .name { font-weight: 600; padding: 7px 8px 0; }
      """;

  private final Dashboard dashboard;
  private final String caption;
  private final double beginSeconds;
  private final double endSeconds;

  /**
   * @param caption where the figures come from
   * @param beginSeconds since 1970
   * @param endSeconds since 1970
   */
  public DashboardPage(
      Dashboard dashboard, String caption, double beginSeconds, double endSeconds) {
    this.dashboard = dashboard;
    this.caption = caption;
    this.beginSeconds = beginSeconds;
    this.endSeconds = endSeconds;
  }

  /**
   * Writes the page.
   *
   * @param figures what a query brings: a line for each set of labels, named as the query says
   * @return the titles of panels that show something to be queried and have nothing to show
   */
  public List<String> write(Path file, Function<Dashboard.Query, List<Series>> figures) {
    List<String> empty = new ArrayList<>();
    StringBuilder page =
        new StringBuilder("<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n");
    page.append("<title>%s</title>\n".formatted(Chart.escaped(dashboard.title())));
    page.append("<style>\n").append(STYLE).append(Chart.style()).append("</style>\n");
    page.append(
        "<h1>%s</h1>\n<p>%s</p>\n<div class=\"grid\">\n"
            .formatted(Chart.escaped(dashboard.title()), Chart.escaped(caption)));
    for (Panel panel : dashboard.panels()) {
      List<Series> series =
          panel.queries().stream().flatMap(query -> figures.apply(query).stream()).toList();
      if (!panel.queries().isEmpty() && series.stream().allMatch(one -> one.points().isEmpty())) {
        empty.add(panel.title());
      }
      page.append(cell(panel, series));
    }
    SmallMultiples.write(file, page.append("</div>\n").toString());
    return empty;
  }

  private String cell(Panel panel, List<Series> series) {
    String content =
        switch (panel.type()) {
          case "row" -> Chart.escaped(panel.title());
          case "stat", "gauge", "bargauge" -> stat(panel, series);
          default -> chart(panel, series);
        };
    return "<div class=\"%s\" style=\"grid-column: %d / span %d; grid-row: %d / span %d; height: %dpx\">%s</div>\n"
        .formatted(
            panel.type().equals("row") ? "row" : "panel",
            panel.x() + 1,
            panel.width(),
            panel.y() + 1,
            panel.height(),
            height(panel),
            content);
  }

  private static int height(Panel panel) {
    return panel.height() * ROW_PIXELS + (panel.height() - 1) * GAP;
  }

  private static int width(Panel panel) {
    return (WIDTH - (COLUMNS - 1) * GAP) * panel.width() / COLUMNS + (panel.width() - 1) * GAP - 2;
  }

  private static String stat(Panel panel, List<Series> series) {
    StringBuilder figures = new StringBuilder();
    for (Series one : series) {
      figures.append(Chart.escaped(Units.text(one.last(), panel.unit()))).append(" ");
    }
    return "<div class=\"name\">%s</div><div class=\"stat\">%s</div>"
        .formatted(Chart.escaped(panel.title()), figures);
  }

  private String chart(Panel panel, List<Series> series) {
    int width = width(panel);
    int height = height(panel) - LEGEND_PIXELS - 4;
    Chart chart = new Chart(panel.title(), panel.unit(), series, beginSeconds, endSeconds, false);
    return "<svg viewBox=\"0 0 %1$d %2$d\" width=\"%1$d\" height=\"%2$d\" role=\"img\">%3$s</svg>%4$s"
        .formatted(width, height, chart.drawn(width, height), legend(series));
  }

  private static String legend(List<Series> series) {
    StringBuilder legend = new StringBuilder("<div class=\"legend\">");
    for (int i = 0; i < Math.min(series.size(), LINES_NAMED); i++) {
      legend.append(
          "<span><i style=\"background: %s\"></i>%s</span>"
              .formatted(Chart.COLOURS.get(i), Chart.escaped(series.get(i).label())));
    }
    if (series.size() > LINES_NAMED) {
      legend.append("<span>and %d more</span>".formatted(series.size() - LINES_NAMED));
    }
    return legend.append("</div>").toString();
  }

  /** A picture of the whole page by the system's Chromium. */
  public static void picture(Path page, Path png) {
    try (Chromium chromium = new Chromium();
        BrowserContext person =
            chromium.person(new Browser.NewContextOptions().setViewportSize(WIDTH + 32, 900))) {
      Page shown = person.newPage();
      shown.navigate(page.toUri().toString());
      shown.screenshot(new Page.ScreenshotOptions().setPath(png).setFullPage(true));
    }
  }
}
