package com.petstoreapi.benchmarks;

import com.petstoreapi.benchmarks.bids.Bids;
import com.petstoreapi.benchmarks.delivery.Delivery;
import com.petstoreapi.benchmarks.load.PetstoreServer;
import com.petstoreapi.benchmarks.report.HtmlReport;
import com.petstoreapi.benchmarks.report.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What it costs, beside peers in the same run on the same machine: tables, and a page with plots.
 */
public final class Benchmarks {
  private static final Path REPORT =
      Path.of(System.getProperty("petstore.root", ".."), "benchmarks/target/benchmarks.html");

  private Benchmarks() {}

  /**
   * @param arguments names of scenarios with commas between them, or {@code all}; and whether peers
   *     take part in those of delivery
   */
  public static void main(String[] arguments) {
    Map<String, Supplier<Table>> scenarios = new LinkedHashMap<>();
    scenarios.putAll(Delivery.scenarios(Boolean.parseBoolean(arguments[1])));
    scenarios.putAll(Bids.scenarios());
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
