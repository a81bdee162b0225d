package com.petstoreapi.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much memory a process has, as the kernel counts it (Linux, {@code /proc}). */
public final class Footprint {
  private Footprint() {}

  /**
   * Resident memory with that of its children; of a Java process, after a full collection that
   * gives back what is free.
   */
  public static long residentBytes(long pid) {
    collectIfJava(pid);
    return ofOne(pid)
        + ProcessHandle.of(pid).stream()
            .flatMap(ProcessHandle::children)
            .mapToLong(child -> ofOne(child.pid()))
            .sum();
  }

  private static long ofOne(long pid) {
    try {
      for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
        if (line.startsWith("VmRSS:")) {
          return 1_024 * Long.parseLong(line.replaceAll("[^0-9]", ""));
        }
      }
      throw new IllegalStateException("process " + pid + " has ended");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void collectIfJava(long pid) {
    String command = ProcessHandle.of(pid).flatMap(process -> process.info().command()).orElse("");
    if (!command.endsWith("/java")) {
      return;
    }
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    try {
      for (int i = 0; i < 2; i++) {
        new ProcessBuilder(jcmd, Long.toString(pid), "GC.run")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
