package com.petstoreapi.systemtests.support;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Several people who do something at the same time, each on a thread of his own. */
public final class Crowd {
  private static final int DONE_WITHIN_SECONDS = 90;

  private Crowd() {}

  /** Lets all begin together and returns what each of them brought back. */
  public static <T> List<T> of(List<? extends Callable<T>> people) {
    ExecutorService threads = Executors.newFixedThreadPool(people.size());
    try {
      List<Future<T>> running = new ArrayList<>();
      people.forEach(person -> running.add(threads.submit(person)));
      List<T> results = new ArrayList<>();
      for (Future<T> one : running) {
        results.add(one.get(DONE_WITHIN_SECONDS, TimeUnit.SECONDS));
      }
      return results;
    } catch (ExecutionException failed) {
      throw new AssertionError("one of the crowd failed", failed.getCause());
    } catch (TimeoutException tooLong) {
      throw new AssertionError("one of the crowd is not done", tooLong);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    } finally {
      threads.shutdownNow();
    }
  }
}
