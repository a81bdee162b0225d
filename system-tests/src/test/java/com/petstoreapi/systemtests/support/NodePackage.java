package com.petstoreapi.systemtests.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Programs for Node.js that tests need, with exactly the dependencies of their lock file. */
public final class NodePackage {
  /** For the classes whose tests need it: {@code @EnabledIf(NodePackage.IS_POSSIBLE)}. */
  public static final String IS_POSSIBLE =
      "com.petstoreapi.systemtests.support.NodePackage#isPossible";

  private static final System.Logger LOG = System.getLogger(NodePackage.class.getName());
  private static final int INSTALLED_WITHIN_SECONDS = 120;
  private static final Pattern NO_REGISTRY =
      Pattern.compile("code (ENOT(FOUND|CACHED)|EAI_|ECONN|ENETUNREACH|E\\w*TIMED?OUT)");

  private NodePackage() {}

  /** Whether there is a Node.js with its package manager. */
  public static boolean isPossible() {
    return isThere("node") && isThere("npm");
  }

  /**
   * Copies the package under {@code target} and installs what it depends on. The calling test is
   * skipped where npm's registry cannot be reached.
   *
   * @return the copy
   */
  public static Path install(Path sources) {
    Path copy = copyOf(sources);
    Path log = copy.resolve("npm.out");
    int code = run(copy, log, "npm", "ci", "--ignore-scripts", "--fetch-retries=1");
    String told = read(log);
    if (code != 0 && NO_REGISTRY.matcher(told).find()) {
      LOG.log(System.Logger.Level.WARNING, "skipped, as npm's registry cannot be reached");
      abort("needs npm's registry");
    }
    assertThat(code).as(told).isZero();
    return copy;
  }

  private static Path copyOf(Path sources) {
    Path copy = Path.of("target").toAbsolutePath().resolve(sources.getFileName());
    try (Stream<Path> files = Files.list(sources)) {
      Files.createDirectories(copy);
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        Files.copy(file, copy.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isThere(String program) {
    Path target = Path.of("target").toAbsolutePath();
    try {
      return run(target, target.resolve(program + ".out"), program, "--version") == 0;
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  private static int run(Path directory, Path log, String... command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      if (!process.waitFor(INSTALLED_WITHIN_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(String.join(" ", command) + " does not end:\n" + read(log));
      }
      return process.exitValue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String read(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
