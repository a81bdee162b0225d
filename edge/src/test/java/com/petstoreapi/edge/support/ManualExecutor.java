package com.petstoreapi.edge.support;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/** Runs tasks when the test says so. */
public final class ManualExecutor implements Executor {
  private final Queue<Runnable> tasks = new ArrayDeque<>();

  @Override
  public void execute(Runnable task) {
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
