package com.petstoreapi.systemtests.soak;

import com.petstoreapi.systemtests.cluster.PostgresServer;
import com.petstoreapi.systemtests.support.PetstoreServers;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Both services on a PostgreSQL under a crowd for half an hour: people come and go, politely or
 * not, bid, publish, chat, do not read, and go through a bad network. Nobody may lose anything or
 * get it twice or in another order, and in the end the servers must have what they had in the
 * beginning. Ends with 1 where that is not so.
 *
 * <p>How to run it: docs/soak.md.
 */
public final class Soak {
  private static final String NOTIFICATION = "notification";
  private static final String AUCTION = "auction";

  private Soak() {}

  public static void main(String[] arguments) {
    int exit = 1;
    try {
      exit = run(SoakSettings.ofThisProcess()) ? 0 : 1;
    } catch (InterruptedException | RuntimeException | AssertionError failed) {
      failed.printStackTrace();
    }
    System.exit(exit);
  }

  private static boolean run(SoakSettings settings) throws InterruptedException {
    System.out.printf("soak: %s, seed %d%n", settings.lasting(), settings.seed());
    try (PostgresServer database = PostgresServer.start(List.of(NOTIFICATION, AUCTION))) {
      Runtime.getRuntime().addShutdownHook(new Thread(database::close, "stop-database"));
      try (PetstoreServers servers = servers(database)) {
        Optional<Observatory> observatory =
            settings.prometheus()
                ? Optional.of(Observatory.open(servers, settings))
                : Optional.empty();
        Trial trial = new Trial(servers, settings);
        boolean good = trial.run();
        observatory.ifPresent(Observatory::close);
        return good;
      }
    }
  }

  /** As shipped, but on PostgreSQL, whose caches are not on the heap that is looked at. */
  private static PetstoreServers servers(PostgresServer database) {
    Map<String, String> ofBoth =
        Map.of(
            "DB_USER",
            "postgres",
            "DB_PASSWORD",
            "postgres",
            "PETSTORE_STREAM_HEARTBEAT_SECONDS",
            "15");
    return PetstoreServers.start(
        ofBoth,
        Map.of("DB_URL", database.url(NOTIFICATION)),
        Map.of("DB_URL", database.url(AUCTION)));
  }
}
