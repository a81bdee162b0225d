package com.petstoreapi.benchmarks.delivery;

import static com.petstoreapi.benchmarks.report.Figures.kilobytes;
import static com.petstoreapi.benchmarks.report.Figures.seconds;

import com.petstoreapi.benchmarks.load.Footprint;
import com.petstoreapi.benchmarks.load.Pause;
import com.petstoreapi.benchmarks.report.Table;

/** What a client costs that hears nothing, among ten thousand. */
final class IdleMemory {
  private static final int CLIENTS = 10_000;
  private static final int SETTLED_SECONDS = 8;

  private IdleMemory() {}

  /** Takes about half a minute for each contestant. */
  static Table run(Contestants contestants) {
    Table table =
        new Table(
            "Idle memory: %,d clients".formatted(CLIENTS),
            "contestant",
            "resident memory a client",
            "all opened after",
            "left meanwhile");
    contestants.each(contestant -> measure(contestant, table));
    return table;
  }

  private static void measure(Contestant contestant, Table table) {
    try (Readers readers = new Readers(contestant)) {
      readers.open(1);
      Pause.seconds(SETTLED_SECONDS);
      long before = Footprint.residentBytes(contestant.pid());
      long began = System.nanoTime();
      readers.open(CLIENTS - 1);
      double opened = (System.nanoTime() - began) / 1e9;
      Pause.seconds(SETTLED_SECONDS);
      long grown = Footprint.residentBytes(contestant.pid()) - before;
      table.add(
          contestant.name(),
          kilobytes((double) grown / (CLIENTS - 1)),
          seconds(opened),
          Long.toString(readers.ended()));
    }
  }
}
