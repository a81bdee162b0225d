package com.petstoreapi.systemtests.cluster;

import com.petstoreapi.systemtests.support.PetstoreServers;
import com.petstoreapi.systemtests.support.Waiting;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A PostgreSQL that forces each commit to disk, as a process that can be killed and come back. */
public final class PostgresServer implements AutoCloseable {
  private static final Duration STARTS_WITHIN = Duration.ofSeconds(60);

  private final Path directory;
  private final int port = PetstoreServers.freePort();
  private EmbeddedPostgres process;

  private PostgresServer(Path directory) {
    this.directory = directory;
  }

  /** One with these databases, empty. */
  public static PostgresServer start(List<String> databases) {
    try {
      PostgresServer server =
          new PostgresServer(
              Files.createTempDirectory(
                  Files.createDirectories(Path.of("target")).toAbsolutePath(), "postgres-"));
      server.start();
      try (Connection connection = server.process.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        for (String database : databases) {
          statement.execute("CREATE DATABASE " + database);
        }
      }
      return server;
    } catch (IOException | SQLException broken) {
      throw new IllegalStateException("no PostgreSQL", broken);
    }
  }

  /** Starts it on the data that is there, and returns when it answers. */
  public void start() {
    try {
      process =
          EmbeddedPostgres.builder()
              .setPort(port)
              .setDataDirectory(directory.resolve("data"))
              .setOverrideWorkingDirectory(directory.toFile())
              .setCleanDataDirectory(false)
              .setServerConfig("fsync", "on") // the library turns it off
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("full_page_writes", "on")
              .setServerConfig("max_connections", "200")
              .setPGStartupWait(STARTS_WITHIN)
              .start();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Ends it as a power cut does: all its processes are killed, nothing is flushed. */
  public void kill() {
    List<ProcessHandle> all = processes();
    all.forEach(ProcessHandle::destroyForcibly);
    Waiting.await("PostgreSQL is gone").until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
    close(); // lets go of the directory
  }

  /** It answers nobody any more, but holds its connections, until {@link #thaw}. */
  void freeze() {
    signal("STOP");
  }

  void thaw() {
    signal("CONT");
  }

  private void signal(String name) {
    List<String> command = new ArrayList<>(List.of("kill", "-" + name));
    processes().forEach(process -> command.add(Long.toString(process.pid())));
    try {
      new ProcessBuilder(command).inheritIO().start().waitFor();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private List<ProcessHandle> processes() {
    try {
      String pid = Files.readAllLines(directory.resolve("data/postmaster.pid")).get(0).trim();
      ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
      return Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** As the documentation advises it. */
  public String url(String database) {
    return "jdbc:postgresql://localhost:%d/%s?connectTimeout=2&socketTimeout=10&tcpKeepAlive=true"
        .formatted(port, database);
  }

  @Override
  public void close() {
    try {
      process.close();
    } catch (IOException alreadyGone) {
      // What was wanted.
    }
  }
}
