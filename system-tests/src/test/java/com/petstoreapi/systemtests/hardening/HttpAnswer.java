package com.petstoreapi.systemtests.hardening;

import java.util.Locale;
import java.util.Map;

/**
 * An answer as it came.
 *
 * @param headers names in lower case; of those that came twice, the last
 * @param body empty for a stream, which is not read
 */
record HttpAnswer(int status, Map<String, String> headers, String body) {
  String header(String name) {
    return headers.getOrDefault(name, "");
  }

  boolean isStream() {
    return header("content-type").startsWith("text/event-stream");
  }

  /** Whether the next request may go over the same connection. */
  boolean isLast() {
    return isStream()
        || status == 101
        || header("connection").toLowerCase(Locale.ROOT).contains("close")
        || !headers.containsKey("content-length") && !headers.containsKey("transfer-encoding");
  }
}
