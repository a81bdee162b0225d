package com.petstoreapi.benchmarks.load;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One of the real services in its Open Liberty, as {@code mvn package} has put it together. */
public final class PetstoreServer implements AutoCloseable {
  private static final Path TARGET = Path.of(System.getProperty("petstore.root", ".."), "target");
  private static final Set<String> LEFT_BY_A_RUN = Set.of("logs", "workarea", "data");
  private static final String LOG = "server.out";
  private static final int READY_WITHIN_SECONDS = 180;

  private final HttpClient http = HttpClient.newHttpClient();
  private final int port;
  private final Process script;
  private final Path userDirectory;

  private PetstoreServer(int port, Process script, Path userDirectory) {
    this.port = port;
    this.script = script;
    this.userDirectory = userDirectory;
  }

  /**
   * Starts it on a free port and returns when it is ready.
   *
   * @param name {@code notification} or {@code auction}
   * @param settings environment variables
   */
  public static PetstoreServer start(String name, Map<String, String> settings) {
    try {
      Path userDirectory = copy(assembled().toRealPath());
      int port = freePort();
      ProcessBuilder run =
          new ProcessBuilder(script().toString(), "run", name)
              .redirectErrorStream(true)
              .redirectOutput(userDirectory.resolve(LOG).toFile());
      Map<String, String> environment = new HashMap<>(settings);
      environment.put("JAVA_HOME", java());
      environment.put("WLP_USER_DIR", userDirectory.toString());
      environment.put("HTTP_PORT", Integer.toString(port));
      environment.put("HTTPS_PORT", "-1");
      run.environment().putAll(environment);
      PetstoreServer server = new PetstoreServer(port, run.start(), userDirectory);
      Runtime.getRuntime().addShutdownHook(new Thread(server::close));
      server.awaitReady();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException("is it built? mvn package", e);
    }
  }

  /** What {@code mvn package} has put together: the configuration of the servers. */
  public static Path assembled() {
    return TARGET.resolve("usr");
  }

  /** What starts a server. */
  public static Path script() {
    return TARGET.resolve("liberty/wlp/bin/server").toAbsolutePath().normalize();
  }

  /** The JDK of the servers; that of this process, unless {@code petstore.java.home} is set. */
  public static String java() {
    return System.getProperty("petstore.java.home", System.getProperty("java.home"));
  }

  private void awaitReady() throws IOException {
    Pause.until(() -> isReady() || !script.isAlive(), READY_WITHIN_SECONDS);
    if (!isReady()) {
      throw new IOException(
          "the server does not start:\n" + Files.readString(userDirectory.resolve(LOG)));
    }
  }

  private boolean isReady() {
    try {
      return get("/health/ready").statusCode() == 200;
    } catch (UncheckedIOException notYet) {
      return false;
    }
  }

  /** The process of its virtual machine: the script has become it, or has it as a child. */
  public long pid() {
    return Stream.concat(Stream.of(script.toHandle()), script.descendants())
        .filter(process -> process.info().command().orElse("").endsWith("/java"))
        .findFirst()
        .orElseThrow()
        .pid();
  }

  /** A token for development that is good for an hour. */
  public String token(String user, String role) {
    String wish = "{\"user\":\"%s\",\"roles\":[\"%s\"],\"ttlSeconds\":3600}".formatted(user, role);
    return field(post("/v1/dev/tokens", "", wish), "token");
  }

  /** Returns the body of the answer. */
  public String post(String path, String token, String json) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    HttpResponse<String> answer = send(request.build());
    if (answer.statusCode() / 100 != 2) {
      throw new IllegalStateException(path + " is answered " + answer.body());
    }
    return answer.body();
  }

  private HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(5)).build());
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public URI uri(String path) {
    return URI.create("http://localhost:" + port + path);
  }

  /** A field of a JSON text that is a text itself. */
  public static String field(String json, String name) {
    Matcher matcher = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(json);
    if (!matcher.find()) {
      throw new IllegalStateException("no " + name + " in " + json);
    }
    return matcher.group(1);
  }

  @Override
  public void close() {
    script.descendants().forEach(ProcessHandle::destroy);
    script.destroy();
    try {
      script.waitFor(60, TimeUnit.SECONDS);
      delete(userDirectory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void delete(Path directory) throws IOException {
    if (Files.exists(directory)) {
      try (Stream<Path> files = Files.walk(directory)) {
        files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
      }
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0)) {
      return probe.getLocalPort();
    }
  }

  /** The assembled servers without what earlier runs have left in them. */
  private static Path copy(Path assembled) throws IOException {
    Path copy = Files.createTempDirectory(Files.createDirectories(TARGET).toRealPath(), "usr-");
    try (Stream<Path> files = Files.walk(assembled)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path relative = assembled.relativize(file);
        boolean left =
            relative.getNameCount() > 2
                && relative.startsWith("servers")
                && LEFT_BY_A_RUN.contains(relative.getName(2).toString());
        if (!left && !relative.toString().isEmpty()) {
          Files.copy(file, copy.resolve(relative));
        }
      }
    }
    return copy;
  }
}
