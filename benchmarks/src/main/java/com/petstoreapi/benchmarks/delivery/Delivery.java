package com.petstoreapi.benchmarks.delivery;

import com.petstoreapi.benchmarks.report.Table;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What it costs to tell people what happens. */
public final class Delivery {
  private static final int USUAL_PER_SECOND = 50;

  private Delivery() {}

  /**
   * The scenarios by their names.
   *
   * @param peers whether peers take part
   */
  public static Map<String, Supplier<Table>> scenarios(boolean peers) {
    Contestants contestants = new Contestants(peers);
    Map<String, Supplier<Table>> scenarios = new LinkedHashMap<>();
    scenarios.put("fan-out", () -> FanOut.run(contestants, 1_000, USUAL_PER_SECOND));
    scenarios.put("fan-out-5000", () -> FanOut.run(contestants, 5_000, USUAL_PER_SECOND));
    scenarios.put("saturation", () -> Saturation.run(contestants));
    scenarios.put("stalled-readers", () -> StalledReaders.run(contestants));
    scenarios.put("replay-storm", () -> ReplayStorm.run(contestants));
    scenarios.put("idle-memory", () -> IdleMemory.run(contestants));
    scenarios.put("private-events", () -> PrivateEvents.run(peers));
    scenarios.put("start-up", StartUp::run);
    return scenarios;
  }
}
