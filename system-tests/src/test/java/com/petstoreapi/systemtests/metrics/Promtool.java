package com.petstoreapi.systemtests.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Prometheus's own tool for its files. */
final class Promtool {
  static final String IS_THERE = "com.petstoreapi.systemtests.metrics.Promtool#isThere";
  static final String REASON = "there is no promtool on this machine";

  private static final Path BINARY = Path.of("/usr/bin/promtool");
  private static final int PATIENCE_SECONDS = 60;

  private Promtool() {}

  static boolean isThere() {
    return Files.isExecutable(BINARY);
  }

  /** Runs it in the directory of the files; it must find nothing to object to. */
  static void run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(BINARY.toString()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .directory(ObservabilityFiles.DIRECTORY.toFile())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
  }
}
