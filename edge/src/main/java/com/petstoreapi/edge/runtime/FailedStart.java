package com.petstoreapi.edge.runtime;

import org.eclipse.microprofile.config.Config;

/** Ends a server that cannot do its work, before anybody takes it for started. */
final class FailedStart {
  private static final int EXIT_CODE = 3;

  private FailedStart() {}

  /**
   * Tells why, and ends the process with exit code 3; where {@code petstore.server.log} is not set
   * the server is not ours to end (a test's), and the failure is thrown.
   */
  static void endServer(Config config, RuntimeException failure) {
    if (config.getOptionalValue("petstore.server.log", String.class).isEmpty()) {
      throw failure;
    }
    System.err.println("PETSTORE LIVE CANNOT START: " + reason(failure));
    System.err.flush();
    // Not exit(): its hooks wait for the server to quiesce, which waits for this very thread.
    Runtime.getRuntime().halt(EXIT_CODE);
  }

  /** The messages from the failure to its root, on one line, for an operator's eyes. */
  private static String reason(RuntimeException failure) {
    StringBuilder reason = new StringBuilder(message(failure));
    for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
      reason.append(" <- ").append(message(cause));
    }
    return reason.toString();
  }

  private static String message(Throwable failure) {
    return String.valueOf(failure.getMessage()).strip().replaceAll("\\s+", " ");
  }
}
