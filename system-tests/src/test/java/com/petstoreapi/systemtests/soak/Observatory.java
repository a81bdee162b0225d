package com.petstoreapi.systemtests.soak;

import com.petstoreapi.systemtests.browser.Chromium;
import com.petstoreapi.systemtests.soak.picture.Dashboard;
import com.petstoreapi.systemtests.soak.picture.DashboardPage;
import com.petstoreapi.systemtests.support.PetstoreServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Prometheus looks on with the rules that ship, and its dashboards are drawn in the end. */
final class Observatory implements AutoCloseable {
  private static final String RATE_INTERVAL = "30s";
  private static final int SCRAPED_WITHIN_SECONDS = 6;

  private final Path observability;
  private final Path output;
  private final Prometheus prometheus;
  private final double opened = now();

  private Observatory(Path observability, Path output, Prometheus prometheus) {
    this.observability = observability;
    this.output = output;
    this.prometheus = prometheus;
  }

  static Observatory open(PetstoreServers servers, SoakSettings settings) {
    Path observability = settings.repository().resolve("docker/observability");
    List<Path> rules = files(observability, Observatory::isRules);
    Path directory = settings.output().resolve("prometheus");
    return new Observatory(
        observability, settings.output(), Prometheus.start(servers, directory, rules));
  }

  private static boolean isRules(Path file) {
    String name = file.getFileName().toString();
    return (name.startsWith("rules") || name.startsWith("alerts"))
        && !name.contains("test")
        && (name.endsWith(".yml") || name.endsWith(".yaml"));
  }

  private static List<Path> files(Path directory, Predicate<Path> such) {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(Files::isRegularFile).filter(such).sorted().toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Draws each dashboard as {@code NAME.html} and, where there is a Chromium, as a picture. */
  @Override
  public void close() {
    try (prometheus) {
      Thread.sleep(SCRAPED_WITHIN_SECONDS * 1_000);
      for (Path file : files(observability, one -> one.toString().endsWith(".json"))) {
        draw(file);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void draw(Path file) {
    Dashboard dashboard = Dashboard.read(file, RATE_INTERVAL);
    if (dashboard.panels().isEmpty()) {
      return;
    }
    double end = now();
    String name = file.getFileName().toString().replace(".json", "");
    Path page = output.resolve("dashboard-" + name + ".html");
    List<String> empty =
        new DashboardPage(dashboard, "A soak, as Prometheus has seen it", opened, end)
            .write(page, query -> prometheus.ask(query, opened, end));
    System.out.println("dashboard: " + page + ", panels without figures: " + empty);
    if (Chromium.isThere()) {
      DashboardPage.picture(page, output.resolve("dashboard-" + name + ".png"));
    }
  }

  private static double now() {
    return Instant.now().toEpochMilli() / 1e3;
  }
}
