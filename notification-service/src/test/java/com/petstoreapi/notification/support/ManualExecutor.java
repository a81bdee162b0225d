package com.petstoreapi.notification.support;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Queue;

/** Runs tasks when the test says so. */
public final class ManualExecutor {
  private final Queue<Runnable> tasks = new ArrayDeque<>();

  /** Runs all that wait, and what they bring. */
  public void runAll() {
    while (!tasks.isEmpty()) {
      tasks.remove().run();
    }
  }

  public int waiting() {
    return tasks.size();
  }

  /** The same as the container would give it. */
  public ManagedExecutorService managed() {
    return (ManagedExecutorService)
        Proxy.newProxyInstance(
            ManualExecutor.class.getClassLoader(),
            new Class<?>[] {ManagedExecutorService.class},
            (proxy, method, arguments) -> {
              if (!method.getName().equals("execute")) {
                throw new UnsupportedOperationException(method.getName());
              }
              tasks.add((Runnable) arguments[0]);
              return null;
            });
  }
}
