package com.petstoreapi.edge.store;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * Waits for the commit that answers a request.
 *
 * <p>A resource method could hand its future to JAX-RS instead. On Open Liberty a future that is
 * completed by another thread while the request's own is still on its way out then now and then
 * meets a request that is being taken down, and the client gets a 500 for a bid that was accepted.
 */
public final class Commits {
  private Commits() {}

  /**
   * The answer, once it is there.
   *
   * @param patience longer than that nobody waits: the answer is then unknown, and the request is
   *     to be repeated with its idempotency key
   * @throws RuntimeException what the future failed with
   */
  public static <T> T await(CompletableFuture<T> answer, Duration patience) {
    try {
      return answer.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }
}
