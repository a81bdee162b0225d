package com.petstoreapi.systemtests.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A notification server of a test's own, to be spoilt before its start. */
public final class Installation implements AutoCloseable {
  private static final String SERVER = "notification";

  private final Path userDirectory =
      UserDirectory.copyOf(Path.of(PetstoreServers.required("petstore.usr")));

  /** The server as it would run on that port, with these environment variables beside its own. */
  public ServerProcess server(int port, Map<String, String> settings) {
    Map<String, String> environment = new HashMap<>(settings);
    environment.put("JAVA_HOME", PetstoreServers.javaHome());
    Path wlp = Path.of(PetstoreServers.required("petstore.wlp"));
    return new ServerProcess(SERVER, wlp, userDirectory, port, environment);
  }

  /** Adds an element to the configuration, until {@link #restore()}. */
  public void configure(String element) throws IOException {
    Files.createDirectories(override().getParent());
    Files.writeString(override(), "<server>" + element + "</server>");
  }

  /** As it was before any test: with the configuration that ships, and an empty console. */
  public void restore() throws IOException {
    Files.deleteIfExists(override());
    Files.deleteIfExists(userDirectory.resolve(SERVER + ".out"));
  }

  /** Where the server keeps its database unless it is told otherwise; the directory is there. */
  public Path databaseFile() throws IOException {
    return Files.createDirectories(serverDirectory().resolve("data")).resolve("petstore.mv.db");
  }

  private Path override() {
    return serverDirectory().resolve("configDropins/overrides/of-a-test.xml");
  }

  private Path serverDirectory() {
    return userDirectory.resolve("servers").resolve(SERVER);
  }

  @Override
  public void close() {
    UserDirectory.delete(userDirectory);
  }
}
