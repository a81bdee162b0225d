package com.petstoreapi.realtime.support;

import com.petstoreapi.realtime.delivery.Carrier;
import com.petstoreapi.realtime.delivery.Outlet;
import com.petstoreapi.realtime.failure.CloseCause;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/** A transport that does in each write what the test wants, and counts. */
public class FakeOutlet implements Outlet {
  private final Write write;
  private final AtomicInteger writes = new AtomicInteger();
  private final AtomicInteger closes = new AtomicInteger();
  private final AtomicInteger writing = new AtomicInteger();
  private volatile boolean overlapped;
  private volatile boolean wroteAfterClose;
  private volatile CloseCause closedWith;

  /** What a write does. */
  @FunctionalInterface
  public interface Write {
    boolean run() throws IOException;
  }

  public FakeOutlet(Write write) {
    this.write = write;
  }

  /** Takes everything and has never more. */
  public FakeOutlet() {
    this(() -> false);
  }

  @Override
  public Carrier carrier() {
    return Carrier.SSE;
  }

  @Override
  public boolean write() throws IOException {
    overlapped |= writing.incrementAndGet() > 1;
    wroteAfterClose |= closes.get() > 0;
    writes.incrementAndGet();
    try {
      return write.run();
    } finally {
      writing.decrementAndGet();
    }
  }

  @Override
  public void close(CloseCause cause) {
    overlapped |= writing.get() > 0;
    closedWith = cause;
    closes.incrementAndGet();
  }

  public int writes() {
    return writes.get();
  }

  public int closes() {
    return closes.get();
  }

  /** Whether the contract was broken: two writers at once, or a write after the close. */
  public boolean wasMisused() {
    return overlapped || wroteAfterClose;
  }

  /** Null as long as it was not closed. */
  public CloseCause closedWith() {
    return closedWith;
  }
}
