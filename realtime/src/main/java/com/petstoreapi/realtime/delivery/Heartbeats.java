package com.petstoreapi.realtime.delivery;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks at every connection once a second, so that each can see what its time has come for. */
public final class Heartbeats implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Heartbeats.class.getName());

  private final Set<Pulse> pulses = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService timer;

  /** What has a pulse. */
  @FunctionalInterface
  public interface Pulse {
    /**
     * Called once a second; must not block.
     *
     * @param now {@link System#nanoTime()}
     */
    void beat(long now);

    /** By what it is found in the log; empty when it has no name. */
    default String name() {
      return "";
    }
  }

  /** Starts to beat. */
  public Heartbeats() {
    this.timer =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "heartbeats");
              thread.setDaemon(true);
              return thread;
            });
    timer.scheduleWithFixedDelay(this::beat, 1, 1, TimeUnit.SECONDS);
  }

  public void add(Pulse pulse) {
    pulses.add(pulse);
  }

  public void remove(Pulse pulse) {
    pulses.remove(pulse);
  }

  /** How many have a pulse. */
  public int size() {
    return pulses.size();
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  private void beat() {
    long now = System.nanoTime();
    for (Pulse pulse : pulses) {
      try {
        pulse.beat(now);
      } catch (RuntimeException | Error e) { // the timer would never beat again
        LOG.log(
            System.Logger.Level.ERROR, "a heartbeat of connection " + pulse.name() + " failed", e);
      }
    }
  }
}
