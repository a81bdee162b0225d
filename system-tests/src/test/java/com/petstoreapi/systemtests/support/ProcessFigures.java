package com.petstoreapi.systemtests.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What the kernel says about a process (Linux only, {@code /proc}).
 *
 * @param cpu user and system time used since it was started
 * @param threads platform threads alive
 * @param residentBytes memory resident in RAM
 */
public record ProcessFigures(Duration cpu, int threads, long residentBytes) {
  private static final long MILLIS_PER_TICK = 10;
  private static final int UTIME = 11;
  private static final int STIME = 12;

  public static ProcessFigures of(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      long ticks = Long.parseLong(afterName[UTIME]) + Long.parseLong(afterName[STIME]);
      String status = Files.readString(Path.of("/proc", Long.toString(pid), "status"));
      return new ProcessFigures(
          Duration.ofMillis(ticks * MILLIS_PER_TICK),
          (int) number(status, "Threads:"),
          number(status, "VmRSS:") * 1024);
    } catch (IOException gone) {
      throw new UncheckedIOException("process " + pid, gone);
    }
  }

  private static long number(String status, String name) {
    return status
        .lines()
        .filter(line -> line.startsWith(name))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }
}
