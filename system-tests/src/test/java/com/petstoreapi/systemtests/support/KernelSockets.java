package com.petstoreapi.systemtests.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The kernel's table of TCP connections (Linux only). It tells whether a server still holds a
 * connection without reading from the other end, which would let a stalled writer go on.
 */
public final class KernelSockets {
  private static final List<Path> TABLES =
      List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));
  private static final String ESTABLISHED = "01";

  private KernelSockets() {}

  private record Row(int localPort, int remotePort, String state) {
    static Row parse(String line) {
      String[] columns = line.trim().split("\\s+");
      return new Row(port(columns[1]), port(columns[2]), columns[3]);
    }

    private static int port(String address) {
      return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1), 16);
    }
  }

  /** Whether the server's end of the connection from that client port is still open. */
  public static boolean isHeldByServer(int serverPort, int clientPort) {
    return row(serverPort, clientPort).filter(row -> row.state.equals(ESTABLISHED)).isPresent();
  }

  private static Optional<Row> row(int localPort, int remotePort) {
    return TABLES.stream()
        .flatMap(KernelSockets::rows)
        .filter(row -> row.localPort == localPort && row.remotePort == remotePort)
        .findFirst();
  }

  private static Stream<Row> rows(Path table) {
    try {
      return Files.readAllLines(table).stream().skip(1).map(Row::parse);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
