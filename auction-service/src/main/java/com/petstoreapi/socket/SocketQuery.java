package com.petstoreapi.socket;

import com.petstoreapi.realtime.delivery.Start;
import com.petstoreapi.realtime.failure.Refusal;
import java.util.List;
import java.util.Map;

/**
 * What a client asks of a socket when it opens it.
 *
 * @param start after which position; live for the present state first
 * @param latestOnly whether what was overtaken already may be left out
 * @param batched whether a frame holds an array of messages
 */
public record SocketQuery(Start start, boolean latestOnly, boolean batched) {
  /**
   * Reads {@code after}, {@code mode} and {@code batch}; the last of each counts.
   *
   * @throws Refusal {@code invalid-message}; but a bad position is told by a reset
   */
  public static SocketQuery of(Map<String, List<String>> parameters) {
    String mode = last(parameters, "mode", "all");
    if (!mode.equals("all") && !mode.equals("latest")) {
      throw Refusal.invalid("Parameter mode must be all or latest.");
    }
    String batch = last(parameters, "batch", "0");
    if (!batch.equals("0") && !batch.equals("1")) {
      throw Refusal.invalid("Parameter batch must be 0 or 1.");
    }
    return new SocketQuery(
        Start.parse(last(parameters, "after", "")), mode.equals("latest"), batch.equals("1"));
  }

  private static String last(Map<String, List<String>> parameters, String name, String otherwise) {
    List<String> values = parameters.getOrDefault(name, List.of());
    return values.isEmpty() ? otherwise : values.get(values.size() - 1);
  }
}
