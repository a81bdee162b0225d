package com.petstoreapi.realtime.support;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Runs tasks when the test says so; may be told to refuse them. */
public final class ManualExecutor implements Executor {
  private final Queue<Runnable> tasks = new ArrayDeque<>();
  private boolean refusing;

  public void setRefusing(boolean refusing) {
    this.refusing = refusing;
  }

  @Override
  public void execute(Runnable task) {
    if (refusing) {
      throw new RejectedExecutionException("refusing");
    }
    tasks.add(task);
  }

  /** Runs all that wait, and what they bring. */
  public void runAll() {
    while (!tasks.isEmpty()) {
      tasks.remove().run();
    }
  }

  public int waiting() {
    return tasks.size();
  }
}
