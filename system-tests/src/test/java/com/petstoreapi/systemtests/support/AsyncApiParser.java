package com.petstoreapi.systemtests.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** AsyncAPI's own parser (npm package {@code @asyncapi/parser}), a process for each document. */
public final class AsyncApiParser {
  private static final int DONE_WITHIN_SECONDS = 60;

  private final Path directory;

  /** Installs it. The calling test is skipped where npm's registry cannot be reached. */
  public AsyncApiParser() {
    directory = NodePackage.install(Path.of("src/test/asyncapi-parser"));
  }

  /** What it has to say of a document: a line for each error and each warning. */
  public List<String> diagnostics(String document) {
    Path file = directory.resolve("document.json");
    Path told = directory.resolve("parser.out");
    try {
      Files.writeString(file, document);
      Process process =
          new ProcessBuilder("node", "check.mjs", file.toString())
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .redirectOutput(told.toFile())
              .start();
      if (!process.waitFor(DONE_WITHIN_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("the parser does not end");
      }
      List<String> lines = Files.readAllLines(told);
      if (process.exitValue() != 0) {
        throw new AssertionError(String.join("\n", lines));
      }
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
