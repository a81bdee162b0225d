package com.petstoreapi.realtime.delivery;

import com.petstoreapi.realtime.failure.CloseCause;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * Writes to all connections of a node with a few threads, so that none waits for another. Clients
 * that read are served by their lane's owner; one that does not read keeps the thread that met it,
 * and only that one, until its write ends or the send deadline cuts it.
 */
public final class Lanes implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Lanes.class.getName());
  private static final long TICK_MILLIS = 10;
  private static final long QUICK_TICK_MILLIS = 2;
  private static final int QUICK_TICKS = 10;
  private static final long INTERRUPT_AGAIN_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final LaneBounds bounds;
  private final List<Lane> lanes = new ArrayList<>();
  private final AtomicInteger nextLane = new AtomicInteger();
  private final ExecutorService writers;
  private final ScheduledExecutorService watchdog;
  private final Map<Connection, StuckWrite> stuck = new ConcurrentHashMap<>();
  private final LongAdder handOvers = new LongAdder();
  private final LongAdder cut = new LongAdder();
  private final LaneFigures figures = new LaneFigures();
  private volatile long lastTick = System.nanoTime();
  private int quickTicks;

  /**
   * Starts the lanes.
   *
   * @param writers see {@link WriterThreads#create()}; shut down by {@link #close()}
   */
  public Lanes(LaneBounds bounds, ExecutorService writers) {
    this.bounds = bounds;
    this.writers = writers;
    for (int i = 0; i < bounds.lanes(); i++) {
      Lane lane = new Lane("lane-" + i, writers);
      lanes.add(lane);
      lane.start();
    }
    this.watchdog =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "lane-watchdog");
              thread.setDaemon(true);
              return thread;
            });
    watchdog.schedule(this::tick, TICK_MILLIS, TimeUnit.MILLISECONDS);
  }

  /**
   * Gives a connection its lane.
   *
   * @param onClosed run once when the connection is over, however it ended; must not block
   */
  public Connection connect(Outlet outlet, Runnable onClosed) {
    int lane = Math.floorMod(nextLane.getAndIncrement(), lanes.size());
    return new Connection(lanes.get(lane), outlet, onClosed, figures);
  }

  /** Writers that are stuck with a client that does not read. */
  public int stuckWriters() {
    return stuck.size();
  }

  /** Those of them that are stuck with clients of one kind. */
  public int stuckWriters(Carrier carrier) {
    return (int) stuck.keySet().stream().filter(one -> one.carrier() == carrier).count();
  }

  /** Connections that came and went. */
  public LaneFigures figures() {
    return figures;
  }

  /** How often a lane was given to a fresh thread. */
  public long handOvers() {
    return handOvers.sum();
  }

  /** Connections cut because a write lasted too long. */
  public long cutConnections() {
    return cut.sum();
  }

  /** Batches written by lane owners. */
  public long batches() {
    return lanes.stream().mapToLong(Lane::served).sum();
  }

  /** Whether the watchdog ticks; without it a stalled client would hold its lane. */
  public boolean alive() {
    return System.nanoTime() - lastTick < TimeUnit.SECONDS.toNanos(5);
  }

  @Override
  public void close() {
    watchdog.shutdownNow();
    lanes.forEach(Lane::stop);
    writers.shutdownNow();
  }

  private void tick() {
    try {
      lastTick = System.nanoTime();
      stuck.forEach(this::watch); // first, so that who has come out does not count as stuck
      for (Lane lane : lanes) {
        lane.ensureOwned();
        if (lane.looksStuck()) {
          handOver(lane);
        }
      }
    } catch (RuntimeException | Error e) { // it would never tick again
      LOG.log(System.Logger.Level.ERROR, "the lane watchdog stumbled", e);
    }
    scheduleNextTick();
  }

  /** Clients that do not read tend to come together: after one, look out for the next at once. */
  private void scheduleNextTick() {
    quickTicks = Math.max(0, quickTicks - 1);
    long delay = quickTicks > 0 ? QUICK_TICK_MILLIS : TICK_MILLIS;
    try {
      watchdog.schedule(this::tick, delay, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      LOG.log(System.Logger.Level.DEBUG, "the lanes are closed");
    }
  }

  private void handOver(Lane lane) {
    if (stuck.size() >= bounds.maxStuck()) {
      cutLongestStuck();
      return; // the lane gets its fresh thread at a later tick, when one came free
    }
    Connection kept = lane.handOver();
    if (kept != null) {
      handOvers.increment();
      quickTicks = QUICK_TICKS;
      long deadline = System.nanoTime() + bounds.sendDeadline().toNanos();
      stuck.put(kept, new StuckWrite(kept.writes(), deadline - kept.writingFor(System.nanoTime())));
    }
  }

  private void watch(Connection connection, StuckWrite write) {
    if (!connection.isInWrite(write.count)) {
      stuck.remove(connection);
    } else if (System.nanoTime() - write.interruptAt > 0) {
      cut(connection, write);
    } else if (connection.isLost() && !write.lost) {
      write.lost = true; // there is nobody left to be waited for
      cut(connection, write);
    }
  }

  /** Whoever was cut already needs a moment to come out: nobody else is cut in his place. */
  private void cutLongestStuck() {
    long now = System.nanoTime();
    if (stuck.values().stream().anyMatch(write -> write.isOnItsWayOut(now))) {
      return;
    }
    stuck.entrySet().stream()
        .filter(entry -> entry.getKey().isInWrite(entry.getValue().count))
        .filter(entry -> entry.getKey().isOpen())
        .max(Comparator.comparingLong(entry -> entry.getKey().writingFor(now)))
        .ifPresent(entry -> cut(entry.getKey(), entry.getValue()));
  }

  private void cut(Connection connection, StuckWrite write) {
    if (connection.cut(CloseCause.TOO_SLOW)) {
      cut.increment();
    }
    write.wasCut(System.nanoTime());
  }

  /** A write whose lane was handed on; used by the watchdog's thread alone. */
  private static final class StuckWrite {
    private final long count;
    private long interruptAt;
    private boolean lost;
    private boolean cut;
    private long cutAt;

    /**
     * @param count {@link Connection#writes()} during the write
     * @param interruptAt when to interrupt it, by {@link System#nanoTime()}
     */
    StuckWrite(long count, long interruptAt) {
      this.count = count;
      this.interruptAt = interruptAt;
    }

    void wasCut(long now) {
      interruptAt = now + INTERRUPT_AGAIN_NANOS;
      cutAt = cut ? cutAt : now;
      cut = true;
    }

    /** Whether it was cut for the first time so short a while ago that it may be about to end. */
    boolean isOnItsWayOut(long now) {
      return cut && now - cutAt < INTERRUPT_AGAIN_NANOS;
    }
  }
}
