package com.petstoreapi.systemtests.hardening;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * HTTP requests: the calls of a service, spoilt in the line, the headers, the framing, the body.
 */
final class RequestInputs {
  private static final Pattern SOUND_HEAD = Pattern.compile("([!-9;-~]+:[ -~]*\r\n)+");
  private static final Pattern SOUND_LINE =
      Pattern.compile("(GET|HEAD|POST|PUT|DELETE|OPTIONS|PATCH) /[!-~]* HTTP/1\\.1\r\n");
  private static final int MOST_SOUND_HEAD = 6_000;

  private static final List<String> ODD_METHODS =
      List.of(
          "HEAD",
          "DELETE",
          "OPTIONS",
          "PATCH",
          "TRACE",
          "CONNECT",
          "PROPFIND",
          "get",
          "G",
          "PRI",
          "",
          "G ET",
          "M".repeat(300));

  private static final List<String> ODD_VERSIONS =
      List.of("HTTP/1.0", "HTTP/1.2", "HTTP/2.0", "HTTP/9.9", "http/1.1", "HTTP/", "", "XTTP/1.1");

  private final List<Operation> operations;
  private final List<String> tokens;
  private final OddHeaders headers;

  /**
   * @param tokens of several roles
   */
  RequestInputs(List<Operation> operations, List<String> tokens) {
    this.operations = operations;
    this.tokens = tokens;
    this.headers = new OddHeaders(tokens);
  }

  Arbitrary<List<Input>> batches(int count) {
    return Arbitraries.of(operations).flatMap(this::requests).list().ofSize(count);
  }

  private Arbitrary<Input> requests(Operation operation) {
    return Combinators.combine(
            mostly(operation.method(), ODD_METHODS),
            OddTargets.of(operation.path()),
            mostly("HTTP/1.1", ODD_VERSIONS),
            Arbitraries.of(tokens),
            headers.lines(),
            JsonInputs.of(List.of(operation.body())),
            framings())
        .as(
            (method, target, version, token, lines, body, framing) ->
                request(
                    method + " " + target + " " + version + "\r\n",
                    "Host: localhost\r\nAuthorization: Bearer " + token + "\r\n" + lines,
                    operation.body().fields().isEmpty() ? "" : body,
                    framing));
  }

  private static Input request(String line, String head, String body, Framing framing) {
    byte[] encoded = body.getBytes(StandardCharsets.UTF_8);
    String wire = new String(encoded, StandardCharsets.ISO_8859_1);
    String text = line + head + framing.linesAndBody(wire, encoded.length);
    boolean sound =
        framing.sound()
            && line.length() + head.length() < MOST_SOUND_HEAD
            && SOUND_LINE.matcher(line).matches()
            && SOUND_HEAD.matcher(head).matches();
    return new Input(text.getBytes(StandardCharsets.ISO_8859_1), sound);
  }

  private static Arbitrary<String> mostly(String usual, List<String> odd) {
    return Arbitraries.frequencyOf(
        Tuple.of(15, Arbitraries.just(usual)), Tuple.of(1, Arbitraries.of(odd)));
  }

  private static Arbitrary<Framing> framings() {
    return Arbitraries.frequencyOf(
        Tuple.of(9, Arbitraries.of(Framing.EXACT, Framing.CHUNKED)),
        Tuple.of(1, Arbitraries.of(Framing.class)));
  }
}
