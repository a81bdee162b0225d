package com.petstoreapi.edge.support;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.petstoreapi.edge.settings.JwksSettings;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** An issuer's JWK set over HTTP, and all that can go wrong with it. */
public final class JwksServer implements AutoCloseable {
  public static final Duration CACHE_TIME = Duration.ofMinutes(10);
  public static final Duration COOLDOWN = Duration.ofSeconds(10);
  public static final int MOST_BYTES = 20_000;

  static {
    // Otherwise the JDK's server waits 40 ms between the head and the body of each answer.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final AtomicInteger requests = new AtomicInteger();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;
  private volatile int status = 200;
  private volatile String body = "{\"keys\":[]}";
  private volatile boolean silent;
  private volatile boolean endless;
  private volatile Optional<URI> redirect = Optional.empty();

  public JwksServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/jwks", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  /** Settings that fetch from here, with time-outs which a test does not meet by chance. */
  public JwksSettings settings() {
    return settings(Duration.ofSeconds(30));
  }

  /** Settings with that time-out for connections and for answers. */
  public JwksSettings settings(Duration timeout) {
    return new JwksSettings(
        URI.create("http://localhost:" + server.getAddress().getPort() + "/jwks"),
        CACHE_TIME,
        COOLDOWN,
        timeout,
        timeout,
        MOST_BYTES);
  }

  /** From now on these are the keys. */
  public void publish(SigningKey... keys) {
    List<JWK> set = Stream.of(keys).map(key -> key.jwk().toPublicJWK()).toList();
    answerWith(200, new JWKSet(set).toString());
  }

  public void answerWith(int code, String text) {
    status = code;
    body = text;
  }

  /** From now on requests are failed, until keys are published. */
  public void goAway() {
    answerWith(503, "away");
  }

  /** From now on requests are taken and not answered. */
  public void fallSilent() {
    silent = true;
  }

  /** From now on answers begin and never end. */
  public void neverEnd() {
    endless = true;
  }

  /** From now on nobody is answered, but sent on to another address. */
  public void redirectTo(URI elsewhere) {
    redirect = Optional.of(elsewhere);
  }

  /** How often somebody asked. */
  public int requests() {
    return requests.get();
  }

  private void answer(HttpExchange exchange) throws IOException {
    requests.incrementAndGet();
    if (silent) {
      awaitClosed();
    }
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    redirect.ifPresent(to -> exchange.getResponseHeaders().set("Location", to.toString()));
    try (exchange) {
      exchange.sendResponseHeaders(redirect.isPresent() ? 302 : status, endless ? 0 : bytes.length);
      exchange.getResponseBody().write(bytes);
      if (endless) {
        exchange.getResponseBody().flush();
        awaitClosed();
      }
    }
  }

  private void awaitClosed() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** From now on nobody listens. */
  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
