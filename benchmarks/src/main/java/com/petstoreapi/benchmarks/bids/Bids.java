package com.petstoreapi.benchmarks.bids;

import com.petstoreapi.benchmarks.report.Table;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What one hot auction takes. */
public final class Bids {
  private Bids() {}

  /** The scenarios by their names. */
  public static Map<String, Supplier<Table>> scenarios() {
    Map<String, Supplier<Table>> scenarios = new LinkedHashMap<>();
    scenarios.put("hot-auction", HotAuction::run);
    scenarios.put("hot-socket", HotSocket::run);
    return scenarios;
  }
}
