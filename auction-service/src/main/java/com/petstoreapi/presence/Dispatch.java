package com.petstoreapi.presence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What this node has to tell the others: what has changed at once, or a second after the last time,
 * and everything again now and then, in pieces that are not too large.
 */
final class Dispatch {
  static final int MOST_VISITS = 500;

  private final String node;
  private final long renewalNanos;
  private final long began;
  private final Map<Visit, Boolean> changed = new LinkedHashMap<>();
  private long toldAt;
  private long renewedAt;
  private boolean asked = true;

  /**
   * @param node this one's name
   */
  Dispatch(String node, long renewalNanos, long now) {
    this.node = node;
    this.renewalNanos = renewalNanos;
    this.began = now;
    this.toldAt = now - Presence.INTERVAL_NANOS;
    this.renewedAt = toldAt;
  }

  boolean isOwn(Report report) {
    return report.node().equals(node);
  }

  void arrived(Visit visit) {
    changed.put(visit, true);
  }

  void departed(Visit visit) {
    changed.put(visit, false);
  }

  /** Another node wants to hear everything. */
  void asked() {
    asked = true;
  }

  /**
   * What is due, at most once a second.
   *
   * @param others how many were heard of; while there are none they are asked, for a while
   */
  List<Report> due(Guests guests, int others, long now) {
    if (now - toldAt < Presence.INTERVAL_NANOS) {
      return List.of();
    }
    boolean asks = others == 0 && now - began < renewalNanos;
    List<Report> reports = new ArrayList<>();
    if (asked || now - renewedAt >= renewalNanos) {
      guests.all().forEach(visit -> changed.put(visit, true));
      asked = false;
      renewedAt = now;
      add(asks, reports);
    } else if (asks || !changed.isEmpty()) {
      add(asks, reports);
    }
    toldAt = reports.isEmpty() ? toldAt : now;
    return reports;
  }

  /** The last word. */
  Report stop() {
    return new Report(node, false, true, List.of(), List.of());
  }

  /** At least one report: it tells that this node is alive. */
  private void add(boolean asks, List<Report> reports) {
    List<Visit> here = new ArrayList<>();
    List<Visit> gone = new ArrayList<>();
    for (Map.Entry<Visit, Boolean> change : changed.entrySet()) {
      (change.getValue() ? here : gone).add(change.getKey());
      if (here.size() + gone.size() == MOST_VISITS) {
        reports.add(new Report(node, false, false, here, gone));
        here.clear();
        gone.clear();
      }
    }
    reports.add(new Report(node, asks, false, here, gone));
    changed.clear();
  }
}
