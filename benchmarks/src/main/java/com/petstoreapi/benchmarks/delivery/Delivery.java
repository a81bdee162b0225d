package com.petstoreapi.benchmarks.delivery;

import com.petstoreapi.benchmarks.load.PetstoreServer;
import com.petstoreapi.benchmarks.report.HtmlReport;
import com.petstoreapi.benchmarks.report.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What it costs to tell people what happens, beside peers in the same run on the same machine. */
public final class Delivery {
  private static final int USUAL_PER_SECOND = 50;
  private static final Path REPORT =
      Path.of(System.getProperty("petstore.root", ".."), "benchmarks/target/benchmarks.html");

  private Delivery() {}

  /**
   * @param arguments names of scenarios with commas between them, or {@code all}; and whether peers
   *     take part
   */
  public static void main(String[] arguments) {
    Contestants contestants = new Contestants(Boolean.parseBoolean(arguments[1]));
    Map<String, Supplier<Table>> scenarios = new LinkedHashMap<>();
    scenarios.put("fan-out", () -> FanOut.run(contestants, 1_000, USUAL_PER_SECOND));
    scenarios.put("fan-out-5000", () -> FanOut.run(contestants, 5_000, USUAL_PER_SECOND));
    scenarios.put("saturation", () -> Saturation.run(contestants));
    scenarios.put("stalled-readers", () -> StalledReaders.run(contestants));
    scenarios.put("replay-storm", () -> ReplayStorm.run(contestants));
    scenarios.put("idle-memory", () -> IdleMemory.run(contestants));
    scenarios.put("private-events", PrivateEvents::run);
    scenarios.put("start-up", StartUp::run);

    List<String> wanted =
        arguments[0].equals("all")
            ? List.copyOf(scenarios.keySet())
            : List.of(arguments[0].split(","));
    if (!scenarios.keySet().containsAll(wanted)) {
      System.out.println("There are these: " + scenarios.keySet());
      System.exit(1);
    }
    HtmlReport report = new HtmlReport(PetstoreServer.java());
    List<Table> tables = new ArrayList<>();
    wanted.forEach(
        name -> {
          tables.add(scenarios.get(name).get());
          report.write(REPORT, tables);
        });
    System.out.println("\nAs a page with plots: " + REPORT.toAbsolutePath().normalize());
    System.exit(0);
  }
}
