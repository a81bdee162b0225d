package com.petstoreapi.realtime.support;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs the same thing on several threads that start at one moment. */
public final class Together {
  private static final long LIMIT_SECONDS = 60;

  private Together() {}

  /** What is run; told which of the threads it is, from 0. */
  @FunctionalInterface
  public interface Part<T> {
    T run(int thread) throws Exception;
  }

  /** Returns what the threads returned, in their order; throws what one of them threw. */
  public static <T> List<T> run(int threads, Part<T> part)
      throws InterruptedException, ExecutionException, TimeoutException {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      CyclicBarrier start = new CyclicBarrier(threads);
      List<Future<T>> futures = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        int thread = i;
        Callable<T> task =
            () -> {
              start.await(LIMIT_SECONDS, TimeUnit.SECONDS);
              return part.run(thread);
            };
        futures.add(pool.submit(task));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get(LIMIT_SECONDS, TimeUnit.SECONDS));
      }
      return results;
    } finally {
      pool.shutdownNow();
    }
  }
}
