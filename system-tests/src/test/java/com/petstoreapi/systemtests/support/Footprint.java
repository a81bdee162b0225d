package com.petstoreapi.systemtests.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LongSummaryStatistics;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The memory that a server holds on to (Linux only, {@code /proc}). What is resident does not tell:
 * a virtual machine that is short of processors lets its heap grow for garbage, by hundreds of
 * megabytes, up to the limit.
 *
 * @param liveHeapBytes the objects that live, after a full collection
 * @param besideHeapBytes what is resident beside the heap: stacks, direct buffers, classes, code,
 *     and whatever native code holds
 */
public record Footprint(long liveHeapBytes, long besideHeapBytes) {
  private static final Pattern ADDRESS = Pattern.compile("0x([0-9a-f]+)");
  private static final Pattern MAPPING_OR_RESIDENT =
      Pattern.compile("^([0-9a-f]+)-[0-9a-f]+ .*|^Rss: +(\\d+) kB");

  /** Has all garbage collected first, which takes about a second. */
  static Footprint of(long pid) {
    return new Footprint(liveHeapBytes(pid), besideHeapBytes(pid));
  }

  public Footprint minus(Footprint earlier) {
    return new Footprint(
        liveHeapBytes - earlier.liveHeapBytes, besideHeapBytes - earlier.besideHeapBytes);
  }

  /** The class histogram is taken after a full collection; its last line is the sum. */
  static long liveHeapBytes(long pid) {
    String histogram = Jcmd.ask(pid, "GC.class_histogram");
    return histogram
        .lines()
        .filter(line -> line.startsWith("Total"))
        .mapToLong(line -> Long.parseLong(line.trim().split("\\s+")[2]))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no histogram of " + pid + ": " + histogram));
  }

  /** All mappings but those between the first and the last address that the heap tells of. */
  private static long besideHeapBytes(long pid) {
    String told = Jcmd.ask(pid, "GC.heap_info");
    LongSummaryStatistics heap =
        ADDRESS
            .matcher(told)
            .results()
            .mapToLong(hex -> Long.parseLong(hex.group(1), 16))
            .summaryStatistics();
    if (heap.getCount() < 2) {
      throw new IllegalStateException("where is the heap of " + pid + "? " + told);
    }
    long sum = 0;
    boolean beside = true;
    for (MatchResult line : (Iterable<MatchResult>) mappings(pid)::iterator) {
      if (line.group(1) != null) {
        long begin = Long.parseUnsignedLong(line.group(1), 16);
        beside = begin < heap.getMin() || begin >= heap.getMax();
      } else if (beside) {
        sum += 1024 * Long.parseLong(line.group(2));
      }
    }
    return sum;
  }

  /** Of each mapping the line that tells where it begins, then the one of what is resident. */
  private static Stream<MatchResult> mappings(long pid) {
    try {
      return Files.readAllLines(Path.of("/proc", Long.toString(pid), "smaps")).stream()
          .flatMap(line -> MAPPING_OR_RESIDENT.matcher(line).results());
    } catch (IOException gone) {
      throw new UncheckedIOException("process " + pid, gone);
    }
  }
}
