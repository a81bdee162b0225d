package com.petstoreapi.systemtests.clients;

import com.petstoreapi.systemtests.support.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/** A client as a process of its own, and what it prints. */
final class Program implements AutoCloseable {
  private static final int TELLS_WITHIN_SECONDS = 40;

  private final Process process;
  private final Path output;

  private Program(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  static Program start(Path directory, Map<String, String> environment, String... command) {
    try {
      Path output = Files.createTempFile(directory, "program", ".out");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      builder.environment().putAll(environment);
      return new Program(builder.start(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Waits until it has printed what something brought about, and brings it about again each second
   * until then.
   *
   * @param happens returns what is to be printed
   */
  void awaitTold(Supplier<String> happens) {
    String[] last = {"what never happened"};
    Waiting.upTo(TELLS_WITHIN_SECONDS, "the program tells of it; see " + output)
        .pollInterval(Duration.ofSeconds(1))
        .until(
            () -> {
              if (told().contains(last[0])) {
                return true;
              }
              last[0] = happens.get();
              return false;
            });
  }

  private String told() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
