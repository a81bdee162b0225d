package com.petstoreapi.presence.support;

import com.petstoreapi.presence.Neighbours;
import com.petstoreapi.presence.Presence;
import com.petstoreapi.presence.PresenceSettings;
import com.petstoreapi.presence.Report;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Nodes on one clock that goes when it is told to; they hear each other at once. */
public final class SomeNodes {
  public static final PresenceSettings AS_SHIPPED = settings(200);
  private static final long STEP_MILLIS = 200;

  private final PresenceSettings settings;
  private final Map<String, Presence> nodes = new LinkedHashMap<>();
  private final List<Report> told = new ArrayList<>();
  private long nanos = Long.MAX_VALUE - TimeUnit.SECONDS.toNanos(5); // it may overflow
  private boolean deaf;

  public SomeNodes(PresenceSettings settings) {
    this.settings = settings;
  }

  public static PresenceSettings settings(int mostNames) {
    return new PresenceSettings(
        mostNames, Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(25));
  }

  public Presence start(String name) {
    Neighbours others = report -> tell(name, report);
    Presence node = new Presence(settings, name, others, () -> nanos);
    nodes.put(name, node);
    return node;
  }

  /** It says nothing any more, nor hears anything. */
  public void kill(String name) {
    nodes.remove(name);
  }

  /** Until it is said otherwise, no node hears another. */
  public void deafen(boolean nobodyHears) {
    deaf = nobodyHears;
  }

  /** Time goes by, in steps of a round. */
  public void pass(Duration time) {
    for (long left = time.toMillis(); left > 0; left -= STEP_MILLIS) {
      nanos += TimeUnit.MILLISECONDS.toNanos(Math.min(left, STEP_MILLIS));
      List.copyOf(nodes.values()).forEach(Presence::round);
    }
  }

  public void passSeconds(int seconds) {
    pass(Duration.ofSeconds(seconds));
  }

  /** What the nodes have said so far. */
  public List<Report> told() {
    return List.copyOf(told);
  }

  private void tell(String from, Report report) {
    if (nodes.containsKey(from)) {
      told.add(report);
      if (!deaf) {
        nodes.values().forEach(node -> node.heard(report)); // the teller hears itself, too
      }
    }
  }
}
