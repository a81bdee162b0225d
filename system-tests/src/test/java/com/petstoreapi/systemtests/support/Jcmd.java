package com.petstoreapi.systemtests.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Questions to a virtual machine of this user, by its own {@code jcmd}. */
final class Jcmd {
  private Jcmd() {}

  /** What it answers, in lines. */
  static String ask(long pid, String command) {
    String jcmd = Path.of(PetstoreServers.javaHome(), "bin", "jcmd").toString();
    try {
      Process asking =
          new ProcessBuilder(jcmd, Long.toString(pid), command).redirectErrorStream(true).start();
      return new String(asking.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
