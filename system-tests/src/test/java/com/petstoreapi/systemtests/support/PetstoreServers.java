package com.petstoreapi.systemtests.support;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Both services with a user directory of their own: a copy of the assembled servers without what
 * earlier runs left in them. Heartbeats come every {@value #HEARTBEAT_SECONDS} s, so that tests
 * need not wait long for one; all else is as shipped.
 */
public final class PetstoreServers implements Entrance, SharedExtension.Shared {
  public static final int HEARTBEAT_SECONDS = 2;

  private static final int FIRST_PORT = 20_000;
  private static final int LAST_PORT = 32_000;

  private final Path userDirectory;
  private final ServerProcess notification;
  private final ServerProcess auction;
  private final Tokens tokens;
  private boolean evidenceWanted;

  private PetstoreServers(Path userDirectory, ServerProcess notification, ServerProcess auction) {
    this.userDirectory = userDirectory;
    this.notification = notification;
    this.auction = auction;
    this.tokens = new Tokens(notification.uri("/"));
  }

  /** Starts both on free ports and returns when both are ready. */
  public static PetstoreServers start() {
    return start(Map.of());
  }

  /**
   * The same with further settings.
   *
   * @param settings environment variables for both
   */
  public static PetstoreServers start(Map<String, String> settings) {
    return start(settings, Map.of(), Map.of());
  }

  /**
   * The same with settings for each of them besides.
   *
   * @param settings environment variables for both
   */
  public static PetstoreServers start(
      Map<String, String> settings,
      Map<String, String> ofNotification,
      Map<String, String> ofAuction) {
    return start(copyOf(assembled()), settings, ofNotification, ofAuction);
  }

  /**
   * The same of another build.
   *
   * @param userDirectory configured servers and what they share, for these alone; see {@link
   *     #copyOf}
   */
  public static PetstoreServers start(
      Path userDirectory,
      Map<String, String> settings,
      Map<String, String> ofNotification,
      Map<String, String> ofAuction) {
    Path wlp = Path.of(required("petstore.wlp"));
    int notificationPort = freePort();
    Map<String, String> environment = new HashMap<>();
    environment.put("JAVA_HOME", javaHome());
    environment.put("JMS_PORT", Integer.toString(freePort()));
    environment.put("JMS_SSL_PORT", Integer.toString(freePort()));
    environment.put("PETSTORE_NOTIFICATIONS_URL", "http://localhost:" + notificationPort);
    environment.put("PETSTORE_STREAM_HEARTBEAT_SECONDS", Integer.toString(HEARTBEAT_SECONDS));
    environment.putAll(settings);
    PetstoreServers servers =
        new PetstoreServers(
            userDirectory,
            new ServerProcess(
                "notification",
                wlp,
                userDirectory,
                notificationPort,
                with(environment, ofNotification)),
            new ServerProcess(
                "auction", wlp, userDirectory, freePort(), with(environment, ofAuction)));
    Runtime.getRuntime().addShutdownHook(new Thread(servers::close, "stop-servers"));
    servers.ensureRunning();
    return servers;
  }

  /** A copy of assembled servers, without what runs have left there. */
  public static Path copyOf(Path assembled) {
    return UserDirectory.copyOf(assembled);
  }

  /** The servers that were assembled by this build. */
  public static Path assembled() {
    return Path.of(required("petstore.usr"));
  }

  private static Map<String, String> with(Map<String, String> some, Map<String, String> others) {
    Map<String, String> all = new HashMap<>(some);
    all.putAll(others);
    return all;
  }

  @Override
  public void ensureRunning() {
    List<ServerProcess> dead =
        List.of(notification, auction).stream().filter(server -> !server.isRunning()).toList();
    dead.forEach(ServerProcess::launch);
    dead.forEach(ServerProcess::awaitReady);
  }

  public ServerProcess notification() {
    return notification;
  }

  public ServerProcess auction() {
    return auction;
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

  public Path userDirectory() {
    return userDirectory;
  }

  /** From now on the user directory is kept after the run. */
  @Override
  public String evidence() {
    evidenceWanted = true;
    return "--- notification, see "
        + userDirectory
        + "\n"
        + notification.logTail()
        + "\n--- auction\n"
        + auction.logTail();
  }

  /** Both stop in good order, side by side. */
  public void stop() {
    CompletableFuture.allOf(
            CompletableFuture.runAsync(auction::stop),
            CompletableFuture.runAsync(notification::stop))
        .join();
  }

  @Override
  public synchronized void close() {
    stop();
    if (!evidenceWanted) {
      UserDirectory.delete(userDirectory);
    }
  }

  static String javaHome() {
    return System.getProperty("petstore.java.home", System.getProperty("java.home"));
  }

  static String required(String property) {
    String value = System.getProperty(property);
    if (value == null) {
      throw new IllegalStateException("system property " + property + " is missing");
    }
    return value;
  }

  /**
   * A port that nobody has now, and that no client is given for a connection of its own before the
   * server takes it: below the range from which the kernel draws those.
   */
  public static int freePort() {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(FIRST_PORT, LAST_PORT + 1);
      try (ServerSocket probe = new ServerSocket(port)) {
        return probe.getLocalPort();
      } catch (IOException taken) {
        // The next may be free.
      }
    }
  }
}
