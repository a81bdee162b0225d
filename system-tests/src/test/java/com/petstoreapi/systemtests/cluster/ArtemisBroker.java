package com.petstoreapi.systemtests.cluster;

import com.petstoreapi.systemtests.support.PetstoreServers;
import com.petstoreapi.systemtests.support.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real ActiveMQ Artemis broker, as a process that can be killed and come back. */
public final class ArtemisBroker implements AutoCloseable {
  private static final int STARTS_WITHIN_SECONDS = 90;

  private final Path instance;
  private final int port = PetstoreServers.freePort();
  private Process process;

  private ArtemisBroker(Path instance) {
    this.instance = instance;
  }

  static ArtemisBroker start() {
    ArtemisBroker broker = create();
    broker.launch();
    return broker;
  }

  /** One that has not been started yet. */
  static ArtemisBroker create() {
    Path home = Path.of(System.getProperty("petstore.artemis"));
    try {
      Path parent =
          Files.createTempDirectory(
              Files.createDirectories(Path.of("target")).toAbsolutePath(), "artemis-");
      ArtemisBroker broker = new ArtemisBroker(parent.resolve("broker"));
      run(
          parent,
          home.resolve("bin/artemis").toString(),
          "create",
          "--silent",
          "--allow-anonymous",
          "--user",
          "petstore",
          "--password",
          "petstore",
          "--no-web",
          "--no-amqp-acceptor",
          "--no-mqtt-acceptor",
          "--no-stomp-acceptor",
          "--no-hornetq-acceptor",
          "--disable-persistence",
          "--default-port",
          Integer.toString(broker.port),
          broker.instance.toString());
      return broker;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Starts it, again if it was killed, and returns when it listens. */
  public void launch() {
    try {
      process = builder(instance, instance.resolve("bin/artemis").toString(), "run").start();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    Waiting.upTo(STARTS_WITHIN_SECONDS, "the broker listens").until(this::listens);
  }

  private boolean listens() {
    try (Socket probe = new Socket()) {
      probe.connect(new InetSocketAddress("localhost", port), 500);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  public void kill() {
    List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
    all.add(process.toHandle());
    all.forEach(ProcessHandle::destroyForcibly);
    Waiting.await("the broker is gone").until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
  }

  /** As the resource adapter's ConnectionParameters have it. */
  String connection() {
    return "host=localhost;port=" + port;
  }

  @Override
  public void close() {
    if (process != null && process.isAlive()) {
      kill();
    }
  }

  private static void run(Path directory, String... command) throws IOException {
    Process process = builder(directory, command).start();
    try {
      if (!process.waitFor(STARTS_WITHIN_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IllegalStateException("failed, see " + directory + ": " + List.of(command));
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static ProcessBuilder builder(Path directory, String... command) {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(directory.resolve("broker.out").toFile()));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("JAVA_ARGS", "-Xms64m -Xmx256m");
    return builder;
  }
}
