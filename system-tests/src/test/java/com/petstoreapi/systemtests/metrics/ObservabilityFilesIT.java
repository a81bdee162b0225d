package com.petstoreapi.systemtests.metrics;

import static com.petstoreapi.systemtests.metrics.ObservabilityFiles.metricsIn;
import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.systemtests.support.HttpApi;
import com.petstoreapi.systemtests.support.PetstoreServers;
import com.petstoreapi.systemtests.support.ServerProcess;
import com.petstoreapi.systemtests.support.WithServers;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Dashboards, alerts and documentation speak of what the services tell, and of nothing else. */
@WithServers
class ObservabilityFilesIT {
  private static final Path DOCS = Path.of("../docs");
  private static final Pattern RUNBOOK =
      Pattern.compile("\\. docs/(?<page>[a-z]+\\.md)#(?<heading>[a-z-]+)$");

  private final PetstoreServers servers;

  ObservabilityFilesIT(PetstoreServers servers) {
    this.servers = servers;
  }

  @Test
  void dashboardsAskForWhatThereIs() throws IOException {
    Set<String> told = toldByBoth("/metrics");
    for (Path dashboard : ObservabilityFiles.dashboards()) {
      List<String> queries = ObservabilityFiles.queries(dashboard);
      assertThat(queries).as(dashboard.toString()).isNotEmpty();
      queries.forEach(query -> assertThat(told).as(query).containsAll(metricsIn(query)));
    }
  }

  @Test
  void alertsAskForWhatThereIs() throws IOException {
    Set<String> told = toldByBoth("/metrics");
    for (Map<String, Object> alert : ObservabilityFiles.alerts()) {
      String query = (String) alert.get("expr");
      assertThat(told).as(query).containsAll(metricsIn(query));
    }
  }

  /** A query in which nothing was found would pass the two above. */
  @Test
  void metricsAreFoundInQueries() {
    assertThat(metricsIn("sum by (job) (rate(a_total{b=\"c\"}[5m])) / on (job) d > 0 or e == 1"))
        .containsExactly("a_total", "d", "e");
  }

  @Test
  void whatIsToldIsDocumentedAndWhatIsDocumentedIsTold() throws IOException {
    Set<String> told = new TreeSet<>();
    for (String name : toldByBoth("/metrics?scope=application")) {
      told.add(name.replaceAll("_(bucket|sum|count)$", ""));
    }
    Set<String> documented = new TreeSet<>();
    Pattern.compile("`(petstore_[a-z_]+)`")
        .matcher(section("Metrics"))
        .results()
        .forEach(match -> documented.add(match.group(1)));
    assertThat(documented).isEqualTo(told);
  }

  @Test
  void eachAlertSaysHowUrgentItIsAndWhatToDo() throws IOException {
    for (Map<String, Object> alert : ObservabilityFiles.alerts()) {
      String name = (String) alert.get("alert");
      assertThat(alert).as(name).containsKeys("expr", "for", "labels", "annotations");
      assertThat(member(alert, "labels", "severity")).as(name).isIn("critical", "warning");
      assertThat(member(alert, "annotations", "summary")).as(name).isNotBlank();
      Matcher runbook = RUNBOOK.matcher(member(alert, "annotations", "runbook"));
      assertThat(runbook.find()).as(name).isTrue();
      assertThat(headings(runbook.group("page"))).as(name).contains(runbook.group("heading"));
    }
  }

  @Test
  void dashboardsCanBeImportedAnywhere() throws IOException {
    for (Path file : ObservabilityFiles.dashboards()) {
      JsonObject dashboard = ObservabilityFiles.dashboard(file);
      assertThat(dashboard.getJsonObject("templating").getJsonArray("list").getJsonObject(0))
          .as(file.toString())
          .containsEntry("type", Json.createValue("datasource"));
      List<JsonObject> panels = dashboard.getJsonArray("panels").getValuesAs(JsonObject.class);
      assertThat(panels).extracting(panel -> panel.getInt("id")).doesNotHaveDuplicates();
      for (JsonObject panel : panels) {
        if (!panel.getString("type").equals("row")) {
          assertThat(panel.getJsonObject("datasource").getString("uid")).isEqualTo("${datasource}");
        }
      }
    }
  }

  private Set<String> toldByBoth(String path) {
    Set<String> names = new TreeSet<>();
    for (ServerProcess server : List.of(servers.notification(), servers.auction())) {
      new HttpApi(server.uri("/"), null)
          .get(path)
          .expect(200)
          .body()
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("[{ ]", 2)[0])
          .forEach(names::add);
    }
    return names;
  }

  private static String member(Map<String, Object> alert, String part, String name) {
    return (String) ((Map<?, ?>) alert.get(part)).get(name);
  }

  /** The part of observability.md under that heading. */
  private static String section(String heading) throws IOException {
    String text = Files.readString(DOCS.resolve("observability.md"));
    String from = text.substring(text.indexOf("\n## " + heading + "\n") + 4);
    int end = from.indexOf("\n## ");
    return end < 0 ? from : from.substring(0, end);
  }

  private static Set<String> headings(String page) throws IOException {
    Set<String> anchors = new TreeSet<>();
    Pattern.compile("(?m)^#+ (.+)$")
        .matcher(Files.readString(DOCS.resolve(page)))
        .results()
        .map(match -> match.group(1).toLowerCase(Locale.ROOT))
        .forEach(heading -> anchors.add(heading.replaceAll("[^a-z0-9 -]", "").replace(' ', '-')));
    return anchors;
  }
}
