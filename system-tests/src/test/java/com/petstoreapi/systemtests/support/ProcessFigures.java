package com.petstoreapi.systemtests.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * What the kernel says about a process (Linux only, {@code /proc}).
 *
 * @param cpu user and system time used since it was started
 * @param residentBytes of memory
 * @param threads those of the virtual machine itself included
 * @param descriptors open files and connections
 * @param writers threads that write to clients, or wait to: platform threads named {@code lane-…}
 */
public record ProcessFigures(
    Duration cpu, long residentBytes, int threads, int descriptors, int writers) {
  private static final long MILLIS_PER_TICK = 10;
  private static final int UTIME = 11;
  private static final int STIME = 12;

  public static ProcessFigures of(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      long ticks = Long.parseLong(afterName[UTIME]) + Long.parseLong(afterName[STIME]);
      return new ProcessFigures(
          Duration.ofMillis(ticks * MILLIS_PER_TICK),
          1024 * status(pid, "VmRSS:"),
          (int) status(pid, "Threads:"),
          descriptors(pid),
          writers(pid));
    } catch (IOException gone) {
      throw new UncheckedIOException("process " + pid, gone);
    }
  }

  /** A number of {@code /proc/PID/status}. */
  private static long status(long pid, String name) throws IOException {
    return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
        .filter(line -> line.startsWith(name))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
        .findFirst()
        .orElseThrow(() -> new IOException("no " + name));
  }

  private static int descriptors(long pid) throws IOException {
    try (Stream<Path> open = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
      return (int) open.count();
    }
  }

  private static int writers(long pid) throws IOException {
    int count = 0;
    try (DirectoryStream<Path> tasks =
        Files.newDirectoryStream(Path.of("/proc", Long.toString(pid), "task"))) {
      for (Path task : tasks) {
        count += isWriter(task) ? 1 : 0;
      }
    }
    return count;
  }

  private static boolean isWriter(Path task) {
    try {
      String name = Files.readString(task.resolve("comm"));
      return name.startsWith("lane-") && !name.startsWith("lane-watchdog");
    } catch (IOException ended) {
      return false;
    }
  }
}
