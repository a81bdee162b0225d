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

  /** The messages from the failure to its root, for an operator's eyes. */
  private static String reason(Throwable failure) {
    StringBuilder reason = new StringBuilder(String.valueOf(failure.getMessage()).strip());
    for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
      reason.append(" <- ").append(String.valueOf(cause.getMessage()).strip());
    }
    return reason.toString();
  }
}
