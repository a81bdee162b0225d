package com.petstoreapi.edge.identity;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.RetryingJWKSetSource;
import com.nimbusds.jose.jwk.source.URLBasedJWKSetSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.petstoreapi.edge.settings.JwksSettings;
import java.net.MalformedURLException;
import java.net.URI;

/**
 * The address at which an issuer publishes its keys. It is asked again with every call, a second
 * time if it fails. What it said last is kept. The beginning and the end of an outage are logged,
 * and nothing in between.
 */
final class JwksEndpoint implements JWKSetSource<SecurityContext> {
  private static final System.Logger LOG = System.getLogger(JwksEndpoint.class.getName());

  private final URI address;
  private final JWKSetSource<SecurityContext> remote;
  private volatile JWKSet last = new JWKSet();
  private volatile boolean away;

  JwksEndpoint(JwksSettings settings) {
    address = settings.address();
    remote = new RetryingJWKSetSource<>(urlBased(settings), null);
  }

  private static JWKSetSource<SecurityContext> urlBased(JwksSettings settings) {
    try {
      return new URLBasedJWKSetSource<>(settings.address().toURL(), new JwksRetriever(settings));
    } catch (MalformedURLException e) {
      throw new IllegalStateException("petstore.auth.jwks-url is no address", e);
    }
  }

  /** The usable keys of the last good answer; empty before the first one. */
  JWKSet last() {
    return last;
  }

  /** Whether the last call failed. */
  boolean isAway() {
    return away;
  }

  /**
   * Fetches the set. Called by one thread at a time, which may wait for twice the time-outs.
   *
   * @throws KeySourceException when there is no answer, or none that is a JWK set
   */
  @Override
  public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator refresh, long now, SecurityContext context)
      throws KeySourceException {
    try {
      JWKSet answer = remote.getJWKSet(refresh, now, context);
      last = new JWKSet(answer.getKeys().stream().filter(VerificationKeys::isUsable).toList());
      answered();
      return last;
    } catch (KeySourceException e) {
      failed(e);
      throw e;
    }
  }

  private void answered() {
    if (away) {
      away = false;
      LOG.log(System.Logger.Level.INFO, "there are keys at {0} again", address);
    }
  }

  private void failed(KeySourceException failure) {
    if (!away) {
      away = true;
      LOG.log(
          System.Logger.Level.WARNING,
          "no keys at {0}, those that are known stay in use: {1}",
          address,
          failure.getMessage());
    }
  }

  @Override
  public void close() {
    // nothing is held open
  }
}
