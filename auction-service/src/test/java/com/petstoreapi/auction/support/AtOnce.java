package com.petstoreapi.auction.support;

import com.petstoreapi.realtime.failure.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * What came of things that were done all at the same time.
 *
 * @param results of those that were done
 * @param refusals of the others
 */
public record AtOnce<T>(List<T> results, List<Refusal> refusals) {

  /** Does the same with each, in a thread of its own. Anything but a refusal is a failure. */
  public static <A, T> AtOnce<T> with(List<A> each, Function<A, T> deed) {
    Phaser start = new Phaser(each.size());
    ExecutorService threads = Executors.newFixedThreadPool(each.size());
    try {
      List<Future<T>> futures = new ArrayList<>();
      for (A one : each) {
        futures.add(
            threads.submit(
                () -> {
                  start.arriveAndAwaitAdvance();
                  return deed.apply(one);
                }));
      }
      return of(futures);
    } finally {
      threads.shutdownNow();
    }
  }

  private static <T> AtOnce<T> of(List<Future<T>> futures) {
    AtOnce<T> outcome = new AtOnce<>(new ArrayList<>(), new ArrayList<>());
    for (Future<T> future : futures) {
      try {
        outcome.results.add(future.get(60, TimeUnit.SECONDS));
      } catch (ExecutionException e) {
        outcome.refusals.add(refusal(e.getCause()));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      } catch (TimeoutException e) {
        throw new AssertionError("one of them waits for ever", e);
      }
    }
    return outcome;
  }

  private static Refusal refusal(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof Refusal refusal) {
      return refusal;
    }
    throw new AssertionError("not refused, but failed", cause);
  }
}
