package com.petstoreapi.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How much of the processors processes have used, as the kernel counts it (Linux, {@code /proc}).
 */
public final class Processors {
  private static final Path PROC = Path.of("/proc");
  private static final long MILLIS_PER_TICK = 10;
  private static final int PARENT = 1;
  private static final int USER_TIME = 11;
  private static final int SYSTEM_TIME = 12;
  private static final int CHILDREN_USER_TIME = 13;
  private static final int CHILDREN_SYSTEM_TIME = 14;

  private Processors() {}

  /** User and system time of a process since its start. */
  public static Duration usedBy(long pid) {
    return time(stat(pid), USER_TIME, SYSTEM_TIME);
  }

  /** The same with that of its children, of those that have ended too. */
  public static Duration usedByFamilyOf(long pid) {
    Duration used =
        time(stat(pid), USER_TIME, SYSTEM_TIME, CHILDREN_USER_TIME, CHILDREN_SYSTEM_TIME);
    for (long child : childrenOf(pid)) {
      used = used.plus(usedBy(child));
    }
    return used;
  }

  public static long parentOf(long pid) {
    return Long.parseLong(stat(pid)[PARENT]);
  }

  /** A thread of a process: its name, with N for numbers in it, and what it has used so far. */
  public record Worker(String name, Duration used) {}

  /** The threads of a process, by their numbers; those that have ended are not in it. */
  public static Map<Long, Worker> threadsOf(long pid) {
    Map<Long, Worker> threads = new HashMap<>();
    for (long thread : numbersIn(PROC.resolve(Long.toString(pid)).resolve("task"))) {
      try {
        String stat = Files.readString(PROC.resolve(pid + "/task/" + thread + "/stat"));
        String name = stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
        Duration used = time(fields(stat), USER_TIME, SYSTEM_TIME);
        threads.put(thread, new Worker(name.replaceAll("[0-9]+", "N"), used));
      } catch (IOException ended) {
        // between the listing and the look
      }
    }
    return threads;
  }

  /** Of those threads of a Java virtual machine that compile; none for another process. */
  public static Duration usedByCompilersOf(long pid) {
    return threadsOf(pid).values().stream()
        .filter(thread -> thread.name().startsWith("CN CompilerThre"))
        .map(Worker::used)
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** How many runnable processes there were of late on this machine, ours among them. */
  public static String load() {
    try {
      return Files.readString(PROC.resolve("loadavg")).split(" ")[0];
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Long> childrenOf(long pid) {
    return numbersIn(PROC).stream().filter(other -> isChild(other, pid)).toList();
  }

  private static boolean isChild(long pid, long parent) {
    try {
      return parentOf(pid) == parent;
    } catch (UncheckedIOException ended) {
      return false;
    }
  }

  private static List<Long> numbersIn(Path directory) {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries
          .map(entry -> entry.getFileName().toString())
          .filter(name -> name.matches("[0-9]+"))
          .map(Long::valueOf)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Duration time(String[] stat, int... fields) {
    long ticks = 0;
    for (int field : fields) {
      ticks += Long.parseLong(stat[field]);
    }
    return Duration.ofMillis(ticks * MILLIS_PER_TICK);
  }

  private static String[] stat(long pid) {
    try {
      return fields(Files.readString(PROC.resolve(pid + "/stat")));
    } catch (IOException gone) {
      throw new UncheckedIOException("process " + pid, gone);
    }
  }

  /** What follows the name, which may have spaces in it. */
  private static String[] fields(String stat) {
    return stat.substring(stat.lastIndexOf(')') + 2).split(" ");
  }
}
