package com.petstoreapi.systemtests.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** What a virtual machine of this user holds on to, by its own {@code jcmd}. */
final class LiveHeap {
  private LiveHeap() {}

  /** The class histogram is taken after a full collection; its last line is the sum. */
  static long bytesOf(long pid) {
    String jcmd = Path.of(PetstoreServers.javaHome(), "bin", "jcmd").toString();
    try {
      Process histogram =
          new ProcessBuilder(jcmd, Long.toString(pid), "GC.class_histogram")
              .redirectErrorStream(true)
              .start();
      String text =
          new String(histogram.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      return text.lines()
          .filter(line -> line.startsWith("Total"))
          .mapToLong(line -> Long.parseLong(line.trim().split("\\s+")[2]))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("no histogram of " + pid + ": " + text));
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
