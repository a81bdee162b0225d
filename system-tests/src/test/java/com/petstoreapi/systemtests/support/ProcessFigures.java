package com.petstoreapi.systemtests.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What the kernel says about a process (Linux only, {@code /proc}).
 *
 * @param cpu user and system time used since it was started
 * @param writers threads that write to clients, or wait to: platform threads named {@code lane-…}
 */
public record ProcessFigures(Duration cpu, int writers) {
  private static final long MILLIS_PER_TICK = 10;
  private static final int UTIME = 11;
  private static final int STIME = 12;

  public static ProcessFigures of(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      long ticks = Long.parseLong(afterName[UTIME]) + Long.parseLong(afterName[STIME]);
      return new ProcessFigures(Duration.ofMillis(ticks * MILLIS_PER_TICK), writers(pid));
    } catch (IOException gone) {
      throw new UncheckedIOException("process " + pid, gone);
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
