package com.petstoreapi.benchmarks.load;

import java.time.Duration;

/**
 * Processor time.
 *
 * @param server of a server's process and its children
 * @param compilers of it those threads of a Java virtual machine that compile
 * @param clients of this process, which the clients are in, and those who publish
 */
public record Usage(Duration server, Duration compilers, Duration clients) {
  public static final Usage NONE = new Usage(Duration.ZERO, Duration.ZERO, Duration.ZERO);

  /** Since the processes have started. */
  public static Usage of(long serverPid) {
    return new Usage(
        Processors.usedByFamilyOf(serverPid),
        Processors.usedByCompilersOf(serverPid),
        Processors.usedBy(ProcessHandle.current().pid()));
  }

  /** What was used after an earlier look. */
  public Usage minus(Usage before) {
    return new Usage(
        server.minus(before.server),
        compilers.minus(before.compilers),
        clients.minus(before.clients));
  }
}
