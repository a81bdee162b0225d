package com.petstoreapi.systemtests.proxies;

import com.petstoreapi.systemtests.support.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A proxy as a process of its own, with its configuration of {@code docker/proxies} but for places,
 * ports, and time-outs that nobody can wait for.
 */
final class ProxyProcess implements AutoCloseable {
  private static final Path CONFIGURATIONS = Path.of("../docker/proxies");
  private static final int GONE_WITHIN_SECONDS = 20;

  private final int port;
  private final Process process;

  private ProxyProcess(int port, Process process) {
    this.port = port;
    this.process = process;
  }

  /**
   * Copies a configuration.
   *
   * @param changes what is said in it, and what instead; each must be there
   */
  static Path configuration(String name, Path directory, Map<String, String> changes) {
    try {
      String text = Files.readString(CONFIGURATIONS.resolve(name));
      for (Map.Entry<String, String> change : changes.entrySet()) {
        if (!text.contains(change.getKey())) {
          throw new IllegalArgumentException(name + " does not say " + change.getKey());
        }
        text = text.replace(change.getKey(), change.getValue());
      }
      return Files.writeString(directory.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts it; returns when it listens at that port. */
  static ProxyProcess start(int port, Path directory, List<String> command) {
    Path output = directory.resolve("proxy.out");
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      ProxyProcess proxy = new ProxyProcess(port, process);
      Waiting.await(command.get(0) + " listens; see " + output)
          .failFast(() -> !process.isAlive())
          .until(proxy::listens);
      return proxy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends it the signal by which it reads its configuration again, such as {@code HUP}. */
  void signal(String name) throws IOException, InterruptedException {
    String pid = Long.toString(process.pid());
    new ProcessBuilder("kill", "-s", name, pid).inheritIO().start().waitFor();
  }

  private boolean listens() {
    try (Socket probe = new Socket()) {
      probe.connect(new InetSocketAddress("127.0.0.1", port), 500);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  @Override
  public void close() {
    List<ProcessHandle> workers = process.descendants().toList();
    process.destroy();
    try {
      if (!process.waitFor(GONE_WITHIN_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    workers.forEach(ProcessHandle::destroyForcibly);
  }
}
