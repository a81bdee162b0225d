package com.petstoreapi.systemtests.soak;

import com.petstoreapi.systemtests.soak.picture.Dashboard;
import com.petstoreapi.systemtests.soak.picture.Series;
import com.petstoreapi.systemtests.support.Answer;
import com.petstoreapi.systemtests.support.HttpApi;
import com.petstoreapi.systemtests.support.PetstoreServers;
import com.petstoreapi.systemtests.support.Waiting;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A Prometheus of the soak's own, as a child process, that asks both servers every 5 s. */
final class Prometheus implements AutoCloseable {
  private static final Pattern LABEL = Pattern.compile("\\{\\{ *(\\w+) *}}");

  private final Process process;
  private final HttpApi api;

  private Prometheus(Process process, URI address) {
    this.process = process;
    this.api = new HttpApi(address, null);
  }

  /**
   * @param directory for its configuration and its data
   * @param rules files with rules for recording and alerts; may be none
   */
  static Prometheus start(PetstoreServers servers, Path directory, List<Path> rules) {
    int port = PetstoreServers.freePort();
    try {
      Files.createDirectories(directory);
      Path configuration = directory.resolve("prometheus.yml");
      Files.writeString(configuration, configuration(servers, rules));
      Process process =
          new ProcessBuilder(
                  "prometheus",
                  "--config.file=" + configuration,
                  "--storage.tsdb.path=" + directory.resolve("data-" + System.currentTimeMillis()),
                  "--web.listen-address=127.0.0.1:" + port)
              .redirectErrorStream(true)
              .redirectOutput(directory.resolve("prometheus.log").toFile())
              .start();
      Prometheus started = new Prometheus(process, URI.create("http://127.0.0.1:" + port + "/"));
      Runtime.getRuntime().addShutdownHook(new Thread(started::close, "stop-prometheus"));
      Waiting.upTo(60, "Prometheus is ready")
          .ignoreException(UncheckedIOException.class)
          .until(() -> started.api.get("/-/ready").status() == 200);
      return started;
    } catch (IOException missing) {
      throw new UncheckedIOException("is there a prometheus on this machine?", missing);
    }
  }

  private static String configuration(PetstoreServers servers, List<Path> rules) {
    String files =
        rules.stream().map(rule -> "  - \"%s\"\n".formatted(rule)).collect(Collectors.joining());
    return """
        global:
          scrape_interval: 5s
          evaluation_interval: 5s
        rule_files:
        %sscrape_configs:
          - job_name: notification
            static_configs:
              - targets: ["localhost:%d"]
                labels: {service: notification, instance: notification}
          - job_name: auction
            static_configs:
              - targets: ["localhost:%d"]
                labels: {service: auction, instance: auction}
        """
        .formatted(files, servers.notification().port(), servers.auction().port());
  }

  /**
   * What a query brings over a time: a line for each set of labels.
   *
   * @param begin seconds since 1970
   * @param end seconds since 1970
   */
  List<Series> ask(Dashboard.Query query, double begin, double end) {
    long step = Math.max(5, Duration.ofSeconds((long) (end - begin)).toSeconds() / 240);
    String path =
        "/api/v1/query_range?query=%s&start=%.0f&end=%.0f&step=%d"
            .formatted(
                URLEncoder.encode(query.expression(), StandardCharsets.UTF_8), begin, end, step);
    Answer answer = api.get(path);
    if (answer.status() != 200) {
      throw new IllegalStateException(query.expression() + " is answered " + answer.body());
    }
    return answer.json().getJsonObject("data").getJsonArray("result").stream()
        .map(line -> series(query, line.asJsonObject()))
        .toList();
  }

  private static Series series(Dashboard.Query query, JsonObject line) {
    return new Series(
        label(query, line.getJsonObject("metric")),
        line.getJsonArray("values").stream().map(Prometheus::point).toList());
  }

  private static Series.Point point(JsonValue value) {
    JsonArray pair = value.asJsonArray();
    String number = pair.getString(1).replace("Inf", "Infinity");
    return new Series.Point(pair.getJsonNumber(0).doubleValue(), Double.parseDouble(number));
  }

  private static String label(Dashboard.Query query, JsonObject labels) {
    if (query.legend().isEmpty() || query.legend().equals("__auto")) {
      return labels.entrySet().stream()
          .filter(label -> !label.getKey().equals("__name__"))
          .map(label -> labels.getString(label.getKey()))
          .collect(Collectors.joining(" "));
    }
    return LABEL
        .matcher(query.legend())
        .replaceAll(found -> Matcher.quoteReplacement(labels.getString(found.group(1), "")));
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
