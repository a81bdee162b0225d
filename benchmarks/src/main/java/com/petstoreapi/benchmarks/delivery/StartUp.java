package com.petstoreapi.benchmarks.delivery;

import static com.petstoreapi.benchmarks.report.Figures.seconds;

import com.petstoreapi.benchmarks.load.Footprint;
import com.petstoreapi.benchmarks.load.PetstoreServer;
import com.petstoreapi.benchmarks.report.Table;
import java.util.Map;

/** From the command to the first request that is answered, with an empty database. */
final class StartUp {
  private static final int TIMES = 3;

  private StartUp() {}

  /** Takes about a minute. */
  static Table run() {
    Table table = new Table("Start-up", "service", "ready after, at best", "resident memory then");
    for (String name : new String[] {"notification", "auction"}) {
      measure(name, table);
    }
    return table;
  }

  private static void measure(String name, Table table) {
    double best = Double.MAX_VALUE;
    long resident = 0;
    for (int i = 0; i < TIMES; i++) {
      long began = System.nanoTime();
      try (PetstoreServer server = PetstoreServer.start(name, Map.of("PETSTORE_SEED", "false"))) {
        best = Math.min(best, (System.nanoTime() - began) / 1e9);
        resident = Footprint.residentBytes(server.pid());
      }
    }
    table.add("Petstore Live, " + name, seconds(best), (resident >> 20) + " MB");
  }
}
