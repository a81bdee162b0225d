package com.petstoreapi.systemtests.cluster;

import com.petstoreapi.systemtests.support.Entrance;
import com.petstoreapi.systemtests.support.PetstoreServers;
import com.petstoreapi.systemtests.support.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Two nodes of each service on one PostgreSQL, behind a plain balancer for each. As an entrance it
 * is what a client has: any connection may lead to any node.
 */
public final class Cluster implements Entrance, AutoCloseable {
  private final PostgresServer database = PostgresServer.start(List.of("notification", "auction"));
  private final Balancer notification = Balancer.start();
  private final Balancer auction = Balancer.start();
  private final Path shared = sharedDirectory();
  private final Tokens tokens = new Tokens(notification.uri("/"));
  private final Map<String, String> settings;
  private final PetstoreServers first;
  private final PetstoreServers second;
  private final List<PetstoreServers> others = new ArrayList<>();

  /** All nodes are started at once, on an empty database. */
  Cluster(Map<String, String> settings) {
    this(settings, Map.of());
  }

  /**
   * Of another build; its nodes share no bell.
   *
   * @param build assembled servers, {@code target/usr}
   */
  public static Cluster of(Path build) {
    return new Cluster(build, Map.of(), Map.of());
  }

  /**
   * @param settings environment variables for all servers
   * @param ofFirst further ones of the first notification-service
   */
  Cluster(Map<String, String> settings, Map<String, String> ofFirst) {
    this(PetstoreServers.assembled(), settings, ofFirst);
  }

  private Cluster(Path build, Map<String, String> settings, Map<String, String> ofFirst) {
    this.settings = settings;
    Runtime.getRuntime().addShutdownHook(new Thread(database::close, "stop-database"));
    CompletableFuture<PetstoreServers> one =
        CompletableFuture.supplyAsync(() -> pair(PetstoreServers.copyOf(build), ofFirst));
    second = pair(PetstoreServers.copyOf(build), Map.of());
    first = one.join();
    for (PetstoreServers pair : List.of(first, second)) {
      balance(pair);
    }
  }

  private void balance(PetstoreServers pair) {
    notification.add(pair.notification().port());
    auction.add(pair.auction().port());
  }

  /** Two more nodes, whose schema is ahead of that of the others. */
  public PetstoreServers addNextBuild() {
    Path build = PetstoreServers.copyOf(PetstoreServers.assembled());
    NextBuild.of(build);
    PetstoreServers pair = pair(build, Map.of());
    others.add(pair);
    balance(pair);
    return pair;
  }

  /** The nodes that were added leave again. */
  public void removeAdded() {
    for (PetstoreServers pair : others) {
      notification.remove(pair.notification().port());
      auction.remove(pair.auction().port());
      pair.close();
    }
    others.clear();
  }

  private PetstoreServers pair(Path build, Map<String, String> ofNotification) {
    Map<String, String> all = new HashMap<>();
    all.put("DB_USER", "postgres");
    all.put("DB_PASSWORD", "postgres");
    all.put("PETSTORE_SEED", "false");
    all.put("PETSTORE_DEV_KEY_FILE", shared.resolve("dev-key.jwk").toString());
    all.put("PETSTORE_TICKETS_KEY_FILE", shared.resolve("ticket-keys").toString());
    all.put("PETSTORE_NOTIFICATIONS_URL", notification.uri("").toString());
    all.putAll(settings);
    Map<String, String> notificationOnly = new HashMap<>(ofNotification);
    notificationOnly.put("DB_URL", database.url("notification"));
    return PetstoreServers.start(
        build, all, notificationOnly, Map.of("DB_URL", database.url("auction")));
  }

  private static Path sharedDirectory() {
    try {
      return Files.createTempDirectory(
          Files.createDirectories(Path.of("target")).toAbsolutePath(), "cluster-");
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @Override
  public URI notification(String path) {
    return notification.uri(path);
  }

  @Override
  public URI auction(String path) {
    return auction.uri(path);
  }

  @Override
  public Tokens tokens() {
    return tokens;
  }

  public PostgresServer database() {
    return database;
  }

  public PetstoreServers first() {
    return first;
  }

  /** Shares nothing with the first but the database, the keys and what carries the bell. */
  public PetstoreServers second() {
    return second;
  }

  /** Starts what is not running. */
  void ensureRunning() {
    first.ensureRunning();
    second.ensureRunning();
  }

  String evidence() {
    return first.evidence() + "\n=== second\n" + second.evidence();
  }

  @Override
  public void close() {
    removeAdded();
    CompletableFuture.allOf(
            CompletableFuture.runAsync(first::close), CompletableFuture.runAsync(second::close))
        .join();
    notification.close();
    auction.close();
    database.close();
  }
}
