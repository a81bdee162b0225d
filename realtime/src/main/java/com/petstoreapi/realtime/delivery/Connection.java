package com.petstoreapi.realtime.delivery;

import com.petstoreapi.realtime.failure.CloseCause;
import com.petstoreapi.realtime.journal.JournalUnavailable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A connection in its lane. {@link #wake()} asks for it to be written to; one thread at a time does
 * so. Memory is constant: there is no queue here, only the question whether there may be something.
 */
public final class Connection {
  private static final System.Logger LOG = System.getLogger(Connection.class.getName());

  private static final int IDLE = 0;
  private static final int QUEUED = 1;
  private static final int WRITING = 2;
  private static final int WRITING_AND_WOKEN = 3;
  private static final int CLOSED = 4;

  private final Lane lane;
  private final Outlet outlet;
  private final Runnable onClosed;
  private final LaneFigures figures;
  private final AtomicInteger state = new AtomicInteger(IDLE);
  private final AtomicReference<CloseCause> closing = new AtomicReference<>();
  private Thread writer;
  private volatile long writingSince;
  private volatile long writes;
  private volatile boolean ending;

  Connection(Lane lane, Outlet outlet, Runnable onClosed, LaneFigures figures) {
    this.lane = lane;
    this.outlet = outlet;
    this.onClosed = onClosed;
    this.figures = figures;
    figures.opened().add(outlet.carrier());
  }

  /** There may be something to write. Cheap, never blocks, any thread. */
  public void wake() {
    while (true) {
      int now = state.get();
      if (now == IDLE && state.compareAndSet(IDLE, QUEUED)) {
        lane.enqueue(this);
        return;
      }
      if (now == WRITING && state.compareAndSet(WRITING, WRITING_AND_WOKEN)) {
        return;
      }
      if (now == QUEUED || now == WRITING_AND_WOKEN || now == CLOSED) {
        return;
      }
    }
  }

  /** Ends the connection after what is being written now. The first cause counts. Any thread. */
  public void close(CloseCause cause) {
    if (closing.compareAndSet(null, cause)) {
      wake();
    }
  }

  /** The transport has lost the connection, or closed it by itself: nothing is written any more. */
  public void gone() {
    closing.compareAndSet(null, CloseCause.GONE);
    finish();
  }

  /** Why the connection was or is being closed; null while it is open. */
  public CloseCause closeCause() {
    return closing.get();
  }

  public boolean isOpen() {
    return closing.get() == null;
  }

  Carrier carrier() {
    return outlet.carrier();
  }

  /** Whether it has something to write and waits for its turn. Any thread. */
  public boolean isWaiting() {
    return state.get() == QUEUED;
  }

  /** Batches written so far. Any thread. */
  public long batches() {
    return writes / 2;
  }

  /** Whether one write has lasted for so long already, as its client does not read. Any thread. */
  public boolean isStuckFor(Duration least) {
    long count = writes;
    return writingFor(System.nanoTime()) >= least.toNanos() && isInWrite(count);
  }

  /** Whether the transport has lost it, though a write may still be under way. */
  boolean isLost() {
    return state.get() == CLOSED && !ending;
  }

  /**
   * Begins a write; called by the lane's owner when he has taken the connection off the queue.
   *
   * @return false when the connection is gone; else {@link #serve} must follow
   */
  boolean begin() {
    if (!state.compareAndSet(QUEUED, WRITING)) {
      return false;
    }
    beginWriting();
    return true;
  }

  /** Writes one batch and ends the write that {@link #begin} began. */
  void serve() {
    boolean more = false;
    try {
      if (closing.get() == null) {
        more = write();
      }
      if (closing.get() != null) {
        end();
      }
    } finally {
      endWriting();
    }
    requeue(more);
  }

  /** Writes begun and ended so far: odd during a write. */
  long writes() {
    return writes;
  }

  /** Whether the write that was under way at that count is so still. */
  boolean isInWrite(long count) {
    return (count & 1) == 1 && writes == count;
  }

  /** How long the present write has lasted, in nanoseconds. */
  long writingFor(long now) {
    return now - writingSince;
  }

  /**
   * Cuts the connection, which has been stuck in a write for too long: gets its writer out of
   * there, who then ends it himself.
   *
   * @return false when it was cut before; the same is then done once more
   */
  boolean cut(CloseCause cause) {
    boolean first = closing.compareAndSet(null, cause);
    wake(); // should the write end just now, somebody must come once more to close
    getWriterOut();
    return first;
  }

  private synchronized void getWriterOut() {
    if (writer != null) {
      writer.interrupt();
      outlet.release();
    }
  }

  private synchronized void beginWriting() {
    writer = Thread.currentThread();
    writingSince = System.nanoTime();
    writes++;
  }

  private synchronized void endWriting() {
    writer = null;
    writes++;
    Thread.interrupted(); // one that came too late was meant for this write, not for the next
  }

  private void requeue(boolean more) {
    if (!more && state.compareAndSet(WRITING, IDLE)) {
      return;
    }
    int now = state.get();
    while (now != CLOSED) {
      if (state.compareAndSet(now, QUEUED)) {
        if (more) {
          lane.enqueueLater(this);
        } else {
          lane.enqueue(this);
        }
        return;
      }
      now = state.get();
    }
  }

  /** Returns whether more is pending; sets why to close when the client cannot be written to. */
  private boolean write() {
    try {
      return outlet.write();
    } catch (IOException e) {
      closing.compareAndSet(null, CloseCause.GONE);
    } catch (JournalUnavailable e) {
      // The connection stays: its next pulse wakes it again, and its cursor goes on where it is.
      LOG.log(
          System.Logger.Level.DEBUG, "the journal could not be read for connection " + name(), e);
    } catch (RuntimeException | Error e) { // the lane and its other connections must live on
      LOG.log(System.Logger.Level.ERROR, "connection " + name() + " failed", e);
      closing.compareAndSet(null, CloseCause.FAULT);
    }
    return false;
  }

  private void end() {
    if (state.get() == CLOSED) {
      return; // the transport has ended it by itself
    }
    ending = true;
    Thread.interrupted(); // an interrupt was meant for the write that is over
    try {
      outlet.close(closing.get());
    } catch (RuntimeException | Error e) {
      LOG.log(System.Logger.Level.WARNING, "connection " + name() + " could not be closed", e);
    } finally {
      finish();
    }
  }

  private void finish() {
    if (state.getAndSet(CLOSED) == CLOSED) {
      return;
    }
    figures.closed(carrier()).add(closing.get());
    try {
      onClosed.run();
    } catch (RuntimeException e) {
      LOG.log(
          System.Logger.Level.ERROR,
          "the end of connection " + name() + " was not taken note of",
          e);
    }
  }

  private String name() {
    return outlet.name();
  }
}
