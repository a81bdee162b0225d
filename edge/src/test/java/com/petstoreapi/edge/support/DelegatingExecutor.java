package com.petstoreapi.edge.support;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Hands its tasks to another executor, which needs no life cycle. */
public final class DelegatingExecutor extends AbstractExecutorService {
  private final Executor other;

  public DelegatingExecutor(Executor other) {
    this.other = other;
  }

  /** Runs tasks at once, on the thread of whoever brings them. */
  public static DelegatingExecutor sameThread() {
    return new DelegatingExecutor(Runnable::run);
  }

  @Override
  public void execute(Runnable task) {
    other.execute(task);
  }

  @Override
  public void shutdown() {
    // there is nothing to stop
  }

  @Override
  public List<Runnable> shutdownNow() {
    return List.of();
  }

  @Override
  public boolean isShutdown() {
    return false;
  }

  @Override
  public boolean isTerminated() {
    return false;
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) {
    return false;
  }
}
