package com.petstoreapi.systemtests.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One Liberty server as a process of its own. It keeps its ports and its data over restarts. */
public final class ServerProcess {
  private static final int READY_WITHIN_SECONDS = 300;
  private static final int GONE_WITHIN_SECONDS = 60;
  private static final int LOG_LINES_SHOWN = 80;

  private final String name;
  private final Path wlp;
  private final Path userDirectory;
  private final Map<String, String> environment;
  private final int port;
  private final int securePort = PetstoreServers.freePort();
  private Process script;

  ServerProcess(
      String name, Path wlp, Path userDirectory, int port, Map<String, String> environment) {
    this.name = name;
    this.wlp = wlp;
    this.userDirectory = userDirectory;
    this.port = port;
    this.environment = environment;
  }

  /** Starts it and returns when it says that it is ready. */
  public void start() {
    launch();
    awaitReady();
  }

  /** Starts it, waits until it ends by itself, and returns its exit code. */
  public int startInVain() {
    launch();
    awaitGone(READY_WITHIN_SECONDS);
    return script.exitValue();
  }

  void launch() {
    ProcessBuilder run =
        new ProcessBuilder(wlp.resolve("bin/server").toString(), "run", name)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(console().toFile()));
    run.environment().put("JVM_ARGS", System.getProperty("petstore.java.arguments", ""));
    run.environment().put("HTTPS_PORT", Integer.toString(securePort));
    run.environment().putAll(environment);
    run.environment().put("WLP_USER_DIR", userDirectory.toString());
    run.environment().put("HTTP_PORT", Integer.toString(port));
    try {
      script = run.start();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  void awaitReady() {
    Waiting.upTo(READY_WITHIN_SECONDS, name + " is ready")
        .failFast(this::mustBeAlive)
        .until(this::isReady);
    Conformance.learnFrom(name, uri("/"));
  }

  private void mustBeAlive() {
    if (!script.isAlive()) {
      throw new AssertionError(name + " ended early:\n" + logTail());
    }
  }

  public boolean isRunning() {
    return script != null && script.isAlive();
  }

  public boolean isReady() {
    try {
      HttpRequest health =
          HttpRequest.newBuilder(uri("/health/ready")).timeout(Duration.ofSeconds(5)).build();
      return HttpApi.CLIENT.send(health, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Ends it as a power cut does: SIGKILL, nothing is flushed, nobody is told. */
  public void kill() {
    virtualMachine().destroyForcibly();
    awaitGone(GONE_WITHIN_SECONDS);
  }

  /** Asks it to end (SIGTERM) and waits until it has. */
  public void stop() {
    if (isRunning()) {
      virtualMachine().destroy();
      awaitGone(GONE_WITHIN_SECONDS);
    }
  }

  private void awaitGone(int seconds) {
    try {
      if (!script.waitFor(seconds, TimeUnit.SECONDS)) {
        List<ProcessHandle> left = script.descendants().toList();
        left.forEach(ProcessHandle::destroyForcibly);
        script.destroyForcibly();
        throw new AssertionError(name + " did not end within " + seconds + " s");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** The start script either becomes the virtual machine (exec) or has it as a child. */
  private ProcessHandle virtualMachine() {
    return Stream.concat(Stream.of(script.toHandle()), script.descendants())
        .filter(ServerProcess::isJava)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(name + " has no virtual machine"));
  }

  private static boolean isJava(ProcessHandle process) {
    Optional<String> command = process.info().command();
    return command.filter(path -> path.endsWith("/java")).isPresent();
  }

  public ProcessFigures figures() {
    return ProcessFigures.of(virtualMachine().pid());
  }

  /** Bytes of the objects that live, after a full collection; takes about a second. */
  public long liveHeapBytes() {
    return Footprint.liveHeapBytes(virtualMachine().pid());
  }

  /** The memory it holds on to; takes about a second, in which it stands still. */
  public Footprint footprint() {
    return Footprint.of(virtualMachine().pid());
  }

  /** The incidents that the server has noted (first failure data capture), oldest first. */
  public List<Incident> incidents() {
    return Incident.all(userDirectory.resolve("servers").resolve(name).resolve("logs/ffdc"));
  }

  /**
   * A figure of {@code /metrics}, summed over its lines. What ends in {@code _total} is up to a
   * second old.
   *
   * @param labels only of lines that bear all of these, such as {@code transport="sse"}
   */
  public double metric(String figure, String... labels) {
    return new HttpApi(uri("/"), null)
        .get("/metrics?scope=application")
        .body()
        .lines()
        .filter(line -> line.startsWith(figure + "{"))
        .filter(line -> Stream.of(labels).allMatch(line::contains))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  /** All figures of {@code /metrics}, each summed over its lines. */
  public Map<String, Double> metrics() {
    return new HttpApi(uri("/"), null)
        .get("/metrics")
        .expect(200)
        .body()
        .lines()
        .filter(line -> !line.startsWith("#") && line.indexOf(' ') > 0)
        .collect(
            Collectors.groupingBy(
                line -> line.split("[{ ]", 2)[0],
                Collectors.summingDouble(
                    line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))));
  }

  public URI uri(String path) {
    return URI.create("http://localhost:" + port + path);
  }

  public URI socketUri(String path) {
    return URI.create("ws://localhost:" + port + path);
  }

  public URI secureUri(String path) {
    return URI.create("https://localhost:" + securePort + path);
  }

  public URI secureSocketUri(String path) {
    return URI.create("wss://localhost:" + securePort + path);
  }

  public int port() {
    return port;
  }

  public int securePort() {
    return securePort;
  }

  /** The last lines that the server printed, for a person who looks for why a test failed. */
  public String logTail() {
    try {
      List<String> lines = Files.readAllLines(console());
      int from = Math.max(0, lines.size() - LOG_LINES_SHOWN);
      return String.join("\n", lines.subList(from, lines.size()));
    } catch (IOException noLog) {
      return "(no log: " + noLog.getMessage() + ")";
    }
  }

  private Path console() {
    return userDirectory.resolve(name + ".out");
  }
}
