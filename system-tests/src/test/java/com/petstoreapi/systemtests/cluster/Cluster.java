package com.petstoreapi.systemtests.cluster;

import com.petstoreapi.systemtests.support.PetstoreServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Two nodes of each service on one PostgreSQL and one Artemis broker, behind a balancer for each
 * service.
 */
final class Cluster implements AutoCloseable {
  private static final int NODES = 2;

  private final PostgresServer database;
  private final ArtemisBroker broker;
  private final int notificationPort = PetstoreServers.freePort();
  private final int auctionPort = PetstoreServers.freePort();
  private final List<PetstoreServers> nodes = new ArrayList<>();
  private final List<Balancer> balancers = new ArrayList<>();

  private Cluster(PostgresServer database, ArtemisBroker broker) {
    this.database = database;
    this.broker = broker;
  }

  static Cluster start() {
    Cluster cluster =
        new Cluster(
            PostgresServer.start(List.of("notification", "auction")), ArtemisBroker.start());
    Runtime.getRuntime().addShutdownHook(new Thread(cluster::close, "stop-cluster"));
    cluster.startNodes();
    return cluster;
  }

  private void startNodes() {
    Path shared = sharedDirectory();
    for (int i = 0; i < NODES; i++) {
      Map<String, String> settings = new HashMap<>();
      settings.put("PETSTORE_NODE_NAME", "node-" + i);
      settings.put("JMS_PROVIDER", "artemis");
      settings.put("ARTEMIS_CONNECTION", broker.connection());
      settings.put("DB_USER", "postgres");
      settings.put("DB_PASSWORD", "postgres");
      settings.put("PETSTORE_SEED", "false");
      settings.put("PETSTORE_DEV_KEY_FILE", shared.resolve("dev-key.jwk").toString());
      settings.put("PETSTORE_TICKETS_KEY_FILE", shared.resolve("ticket-keys").toString());
      settings.put("PETSTORE_NOTIFICATIONS_URL", "http://localhost:" + notificationPort);
      nodes.add(
          PetstoreServers.start(
              settings,
              Map.of("DB_URL", database.url("notification")),
              Map.of("DB_URL", database.url("auction"))));
    }
    balancers.add(
        Balancer.on(
            notificationPort, nodes.stream().map(node -> node.notification().port()).toList()));
    balancers.add(
        Balancer.on(auctionPort, nodes.stream().map(node -> node.auction().port()).toList()));
  }

  private static Path sharedDirectory() {
    try {
      return Files.createTempDirectory(
          Files.createDirectories(Path.of("target")).toAbsolutePath(), "cluster-");
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** A pair of both services; they share nothing but the database and the broker. */
  PetstoreServers node(int number) {
    return nodes.get(number);
  }

  PostgresServer database() {
    return database;
  }

  ArtemisBroker broker() {
    return broker;
  }

  int notificationPort() {
    return notificationPort;
  }

  int auctionPort() {
    return auctionPort;
  }

  @Override
  public synchronized void close() {
    balancers.forEach(Balancer::close);
    nodes.forEach(PetstoreServers::close);
    broker.close();
    database.close();
  }
}
