package com.petstoreapi.systemtests.soak.picture;

import com.petstoreapi.systemtests.support.JsonText;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A Grafana dashboard, as far as its picture wants it.
 *
 * @param panels in the order of the file
 */
public record Dashboard(String title, List<Panel> panels) {
  private static final String OF_INTERVALS = "$__rate_interval";

  /**
   * @param type {@code timeseries}, {@code stat}, {@code row} and others
   * @param unit as Grafana names it; may be empty
   * @param x first of the 24 columns that it takes
   * @param y first of the rows
   */
  record Panel(
      String title,
      String type,
      String unit,
      int x,
      int y,
      int width,
      int height,
      List<Query> queries) {}

  /**
   * @param expression PromQL without variables
   * @param legend what a line is called, with labels in double braces; may be empty
   */
  public record Query(String expression, String legend) {}

  /**
   * @param rateInterval what {@code $__rate_interval} and the like stand for, as {@code 30s}
   */
  public static Dashboard read(Path file, String rateInterval) {
    try {
      return parse(JsonText.parse(Files.readString(file)), rateInterval);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  static Dashboard parse(JsonObject file, String rateInterval) {
    Map<String, String> variables = variables(file, rateInterval);
    List<Panel> panels = new ArrayList<>();
    collect(file, variables, panels);
    return new Dashboard(file.getString("title", ""), panels);
  }

  /** Those of a collapsed row lie inside of it. */
  private static void collect(
      JsonObject parent, Map<String, String> variables, List<Panel> panels) {
    if (parent.containsKey("panels")) {
      for (JsonValue value : parent.getJsonArray("panels")) {
        panels.add(panel(value.asJsonObject(), variables));
        collect(value.asJsonObject(), variables, panels);
      }
    }
  }

  private static Panel panel(JsonObject panel, Map<String, String> variables) {
    JsonObject place = panel.getJsonObject("gridPos");
    List<Query> queries = new ArrayList<>();
    if (panel.containsKey("targets")) {
      for (JsonValue value : panel.getJsonArray("targets")) {
        JsonObject target = value.asJsonObject();
        queries.add(
            new Query(
                without(variables, target.getString("expr", "")),
                target.getString("legendFormat", "")));
      }
    }
    return new Panel(
        panel.getString("title", ""),
        panel.getString("type", ""),
        unit(panel),
        place.getInt("x"),
        place.getInt("y"),
        place.getInt("w"),
        place.getInt("h"),
        queries);
  }

  private static String unit(JsonObject panel) {
    JsonObject config = panel.getJsonObject("fieldConfig");
    JsonObject defaults = config == null ? null : config.getJsonObject("defaults");
    return defaults == null ? "" : defaults.getString("unit", "");
  }

  private static Map<String, String> variables(JsonObject file, String rateInterval) {
    Map<String, String> variables = new TreeMap<>((a, b) -> b.compareTo(a)); // longer ones first
    for (String interval : List.of(OF_INTERVALS, "$__interval", "$__range")) {
      variables.put(interval, rateInterval);
    }
    JsonObject templating = file.getJsonObject("templating");
    if (templating != null && templating.containsKey("list")) {
      for (JsonValue value : templating.getJsonArray("list")) {
        JsonObject variable = value.asJsonObject();
        boolean interval = variable.getString("type", "").equals("interval");
        variables.put("$" + variable.getString("name"), interval ? rateInterval : ".*");
      }
    }
    return variables;
  }

  /** Whatever can be chosen is chosen all at once. */
  private static String without(Map<String, String> variables, String expression) {
    String plain = expression.replaceAll("\\$\\{(\\w+)(:\\w+)?}", "\\$$1");
    for (Map.Entry<String, String> variable : variables.entrySet()) {
      plain = plain.replace(variable.getKey(), variable.getValue());
    }
    return plain.replace("=\".*\"", "=~\".*\"");
  }
}
