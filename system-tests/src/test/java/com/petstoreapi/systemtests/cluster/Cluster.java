package com.petstoreapi.systemtests.cluster;

import com.petstoreapi.systemtests.support.PetstoreServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Two nodes of each service on one PostgreSQL. Whatever one node does not hear by the bell it finds
 * {@value #LOOK_SECONDS} s later: what is there sooner was heard.
 */
final class Cluster implements AutoCloseable {
  static final int LOOK_SECONDS = 30;

  private final PostgresServer database = PostgresServer.start(List.of("notification", "auction"));
  private final Path shared = sharedDirectory();
  private final PetstoreServers first;
  private final PetstoreServers second;

  /**
   * @param bell what tells all servers how they hear each other: environment variables
   * @param ofFirst further ones of the first notification-service
   */
  Cluster(Map<String, String> bell, Map<String, String> ofFirst) {
    Runtime.getRuntime().addShutdownHook(new Thread(database::close, "stop-database"));
    this.first = pair(bell, ofFirst);
    this.second = pair(bell, Map.of());
  }

  private PetstoreServers pair(Map<String, String> bell, Map<String, String> ofNotification) {
    Map<String, String> settings = new HashMap<>(bell);
    settings.put("DB_USER", "postgres");
    settings.put("DB_PASSWORD", "postgres");
    settings.put("PETSTORE_SEED", "false");
    settings.put("PETSTORE_BELL_LOOK_MILLIS", Integer.toString(LOOK_SECONDS * 1_000));
    settings.put("PETSTORE_DEV_KEY_FILE", shared.resolve("dev-key.jwk").toString());
    settings.put("PETSTORE_TICKETS_KEY_FILE", shared.resolve("ticket-keys").toString());
    Map<String, String> notification = new HashMap<>(ofNotification);
    notification.put("DB_URL", database.url("notification"));
    return PetstoreServers.start(settings, notification, Map.of("DB_URL", database.url("auction")));
  }

  private static Path sharedDirectory() {
    try {
      return Files.createTempDirectory(
          Files.createDirectories(Path.of("target")).toAbsolutePath(), "cluster-");
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  PetstoreServers first() {
    return first;
  }

  /** Shares nothing with the first but the database, the keys and what carries the bell. */
  PetstoreServers second() {
    return second;
  }

  @Override
  public void close() {
    second.close();
    first.close();
    database.close();
  }
}
