package com.petstoreapi.systemtests.metrics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** Prometheus understands its files, and the alerts come when they should. */
@EnabledIf(value = Promtool.IS_THERE, disabledReason = Promtool.REASON)
class AlertsIT {
  @Test
  void theConfigurationIsUnderstood() throws Exception {
    Promtool.run("check", "config", "prometheus.yml");
  }

  @Test
  void theAlertsAreUnderstood() throws Exception {
    Promtool.run("check", "rules", "alerts.yml");
  }

  @Test
  void theAlertsComeWhenTheyShouldAndNotWhenTheyShouldNot() throws Exception {
    Promtool.run("test", "rules", "alerts-test.yml");
  }

  @Test
  void theQueriesOfTheDashboardsAreUnderstood(@TempDir Path directory) throws Exception {
    Path rules = directory.resolve("queries.yml");
    Files.writeString(rules, new Yaml().dump(Map.of("groups", List.of(queriesAsRules()))));
    Promtool.run("check", "rules", rules.toString());
  }

  /** What Grafana puts in the place of its variables does not matter here. */
  private static Map<String, Object> queriesAsRules() throws IOException {
    List<Map<String, Object>> rules = new ArrayList<>();
    for (Path dashboard : ObservabilityFiles.dashboards()) {
      for (String query : ObservabilityFiles.queries(dashboard)) {
        String plain = query.replace("$__rate_interval", "5m").replace("$", "");
        rules.add(Map.of("record", "query:" + rules.size(), "expr", plain));
      }
    }
    Map<String, Object> group = new LinkedHashMap<>();
    group.put("name", "queries");
    group.put("rules", rules);
    return group;
  }
}
