package com.petstoreapi.systemtests.metrics;

import com.petstoreapi.systemtests.support.JsonText;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** What {@code docker/observability} holds. */
final class ObservabilityFiles {
  static final Path DIRECTORY = Path.of("../docker/observability").toAbsolutePath().normalize();

  private static final Pattern NAME = Pattern.compile("\\b[a-zA-Z_:][\\w:]*\\b(?!\\s*\\()");
  private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "up");

  private ObservabilityFiles() {}

  static List<Path> dashboards() throws IOException {
    try (Stream<Path> files = Files.list(DIRECTORY.resolve("grafana/dashboards"))) {
      return files.sorted().toList();
    }
  }

  static JsonObject dashboard(Path file) throws IOException {
    return JsonText.parse(Files.readString(file));
  }

  /** The queries of a dashboard, its variables' included. */
  static List<String> queries(Path dashboard) throws IOException {
    List<String> queries = new ArrayList<>();
    collect(dashboard(dashboard), queries);
    return queries;
  }

  private static void collect(JsonValue value, List<String> queries) {
    if (value instanceof JsonArray array) {
      array.forEach(item -> collect(item, queries));
    } else if (value instanceof JsonObject object) {
      if (object.get("expr") instanceof JsonString query) {
        queries.add(query.getString());
      }
      object.values().forEach(member -> collect(member, queries));
    }
  }

  /** The alerts, each as its file has it. */
  static List<Map<String, Object>> alerts() throws IOException {
    Map<String, Object> file = new Yaml().load(Files.readString(DIRECTORY.resolve("alerts.yml")));
    List<Map<String, Object>> alerts = new ArrayList<>();
    for (Map<String, Object> group : maps(file.get("groups"))) {
      alerts.addAll(maps(group.get("rules")));
    }
    return alerts;
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> maps(Object list) {
    return (List<Map<String, Object>>) list;
  }

  /** The metrics that a query asks for, but for Prometheus's own. */
  static Set<String> metricsIn(String query) {
    String bare =
        query
            .replaceAll("\"[^\"]*\"", "")
            .replaceAll("\\{[^}]*}", " ")
            .replaceAll("\\[[^]]*]", " ")
            .replaceAll("\\b(by|on|without|ignoring)\\s*\\([^)]*\\)", " ");
    Set<String> names = new TreeSet<>();
    NAME.matcher(bare).results().forEach(match -> names.add(match.group()));
    names.removeAll(WORDS);
    return names;
  }
}
