package com.petstoreapi.edge.identity;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetBasedJWKSource;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import com.petstoreapi.edge.settings.JwksSettings;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The keys that an issuer publishes, cached. A token with a key that is not among them has them
 * fetched anew, a limited number of times. While the issuer is away the known keys stay good, for
 * as long as that lasts, and nobody waits. Safe for use by many threads.
 */
final class IssuerKeys implements JWKSource<SecurityContext> {

  /** In the last fifth of its time a set is fetched anew while it still serves. */
  private static final int REFRESH_AHEAD = 5;

  private final JwksEndpoint issuer;
  private final JWKSetSource<SecurityContext> cache;
  private final Clock clock;
  private final ExecutorService background;
  private final AtomicBoolean asking = new AtomicBoolean();

  /** Asks nobody yet: a service starts also while its issuer is away. */
  IssuerKeys(JwksSettings settings, Clock clock, ExecutorService background) {
    this.issuer = new JwksEndpoint(settings);
    this.cache = cached(issuer, settings, background);
    this.clock = clock;
    this.background = background;
  }

  private static JWKSetSource<SecurityContext> cached(
      JwksEndpoint issuer, JwksSettings settings, ExecutorService background) {
    long millis = settings.cacheTime().toMillis();
    long patience = settings.connectTimeout().plus(settings.readTimeout()).toMillis();
    JWKSource<SecurityContext> source =
        JWKSourceBuilder.create(issuer)
            .cache(millis, patience)
            .refreshAheadCache(millis / REFRESH_AHEAD, null, background, false, null, false)
            .rateLimited(settings.cooldown().toMillis())
            .build();
    // The set behind the source takes the time as an argument, the source itself looks at no clock
    // but the system's.
    return ((JWKSetBasedJWKSource<SecurityContext>) source).getJWKSetSource();
  }

  /**
   * @return the keys that fit; none if the issuer, asked at most a cooldown ago, has none
   * @throws KeySourceException when no key fits and the issuer cannot be asked
   */
  @Override
  public List<JWK> get(JWKSelector selector, SecurityContext context) throws KeySourceException {
    List<JWK> known = selector.select(issuer.last());
    if (issuer.isAway()) {
      askInBackground();
      if (known.isEmpty()) {
        throw new JWKSetUnavailableException("the issuer is away");
      }
      return known;
    }
    try {
      return upToDate(selector);
    } catch (KeySourceException e) {
      boolean justAsked = e instanceof RateLimitReachedException && !issuer.isAway();
      if (known.isEmpty() && !justAsked) {
        throw e;
      }
      return known;
    }
  }

  private List<JWK> upToDate(JWKSelector selector) throws KeySourceException {
    JWKSet set = keys(JWKSetCacheRefreshEvaluator.noRefresh());
    List<JWK> fitting = selector.select(set);
    return fitting.isEmpty()
        ? selector.select(keys(JWKSetCacheRefreshEvaluator.referenceComparison(set)))
        : fitting;
  }

  private JWKSet keys(JWKSetCacheRefreshEvaluator refresh) throws KeySourceException {
    return cache.getJWKSet(refresh, clock.millis(), null);
  }

  /** Finds out whether the issuer is back, one thread at a time. */
  private void askInBackground() {
    if (asking.compareAndSet(false, true)) {
      background.execute(this::ask);
    }
  }

  private void ask() {
    try {
      keys(JWKSetCacheRefreshEvaluator.forceRefresh());
    } catch (KeySourceException e) {
      // still away, or asked a moment ago
    } finally {
      asking.set(false);
    }
  }
}
