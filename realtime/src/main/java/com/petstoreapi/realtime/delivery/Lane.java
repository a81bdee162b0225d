package com.petstoreapi.realtime.delivery;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * The connections that want to be written to, and the one thread that owns it: the owner takes them
 * in turn and brings each up to date by one batch, with plain blocking writes. When a client does
 * not read, its owner stays stuck in that one write; the watchdog then hands the lane to a fresh
 * thread, and the old one leaves when its write ends.
 *
 * <p>The turn tells who owns the lane and whether he is writing. It changes hands only from
 * "writing", by compare-and-set, so an owner that comes out of a write knows at once whether the
 * lane is still his.
 */
final class Lane {
  private static final System.Logger LOG = System.getLogger(Lane.class.getName());
  private static final long WRITING = 1;
  private static final int CATCH_UP_EVERY = 8;

  private final String name;
  private final Executor workers;
  private final Queue<Connection> queue = new ConcurrentLinkedQueue<>();
  private final Queue<Connection> catchingUp = new ConcurrentLinkedQueue<>();
  private final AtomicLong turn = new AtomicLong();
  private volatile long served;
  private volatile Connection current;
  private volatile Thread waiting;
  private volatile boolean stopped;
  private long servedAtLastTick = -1;
  private boolean ownerless;
  private int turns;

  Lane(String name, Executor workers) {
    this.name = name;
    this.workers = workers;
  }

  void start() {
    startOwner();
  }

  void stop() {
    stopped = true;
    unparkOwner();
  }

  /** For a connection that is up to date but for what has just happened. */
  void enqueue(Connection connection) {
    queue.add(connection);
    unparkOwner();
  }

  /** For one that is further behind: those who are up to date do not wait for it to catch up. */
  void enqueueLater(Connection connection) {
    catchingUp.add(connection);
    unparkOwner();
  }

  private void unparkOwner() {
    Thread owner = waiting;
    if (owner != null) {
      LockSupport.unpark(owner);
    }
  }

  /** Connections served so far. */
  long served() {
    return served;
  }

  /** Whether the owner is still in the write that he was in at the last call. */
  boolean looksStuck() {
    boolean writing = (turn.get() & WRITING) != 0;
    long count = served;
    boolean sameWrite = writing && count == servedAtLastTick;
    servedAtLastTick = writing ? count : -1;
    return sameWrite;
  }

  /**
   * Gives the lane to a fresh thread if its owner is in a write.
   *
   * @return the connection he keeps; null when he came out of his write in time
   */
  Connection handOver() {
    long old = turn.get();
    if ((old & WRITING) == 0 || !turn.compareAndSet(old, (old & ~WRITING) + 2)) {
      return null;
    }
    Connection kept = current;
    servedAtLastTick = -1; // that count was about the old owner's write
    startOwner();
    return kept;
  }

  /** Tries again to start an owner where there was no thread to be had before. */
  void ensureOwned() {
    if (ownerless) {
      startOwner();
    }
  }

  private void startOwner() {
    long owner = turn.get();
    ownerless = true;
    try {
      workers.execute(() -> own(owner));
      ownerless = false;
    } catch (RejectedExecutionException | OutOfMemoryError e) {
      LOG.log(System.Logger.Level.ERROR, "no thread for " + name + " to be had", e);
    }
  }

  private void own(long me) {
    Thread.currentThread().setName(name);
    while (!stopped) {
      Connection connection = next();
      if (connection == null) {
        awaitWork();
        continue;
      }
      if (!connection.begin()) {
        continue;
      }
      current = connection;
      turn.set(me | WRITING); // after begin, so that whoever takes the lane away finds a write
      connection.serve();
      if (!turn.compareAndSet(me | WRITING, me)) {
        return; // the lane was handed over while this thread was stuck
      }
      served++;
    }
  }

  /** Mostly who is up to date; every now and then who is catching up, so that nobody starves. */
  private Connection next() {
    boolean laterFirst = turns++ % CATCH_UP_EVERY == 0;
    Connection first = (laterFirst ? catchingUp : queue).poll();
    return first != null ? first : (laterFirst ? queue : catchingUp).poll();
  }

  private void awaitWork() {
    waiting = Thread.currentThread();
    if (queue.isEmpty() && catchingUp.isEmpty() && !stopped) {
      LockSupport.park(this);
    }
    waiting = null;
  }
}
