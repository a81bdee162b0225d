package com.petstoreapi.systemtests.tracing;

import com.petstoreapi.systemtests.support.Waiting;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** Takes traces by OTLP over HTTP, and keeps them. */
public final class TraceCollector implements AutoCloseable {
  private final HttpServer server;
  private final List<byte[]> received = new CopyOnWriteArrayList<>();

  private TraceCollector(HttpServer server) {
    this.server = server;
  }

  public static TraceCollector start() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      TraceCollector collector = new TraceCollector(server);
      server.createContext("/v1/traces", collector::take);
      server.start();
      return collector;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      received.add(exchange.getRequestBody().readAllBytes());
      exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
      exchange.sendResponseHeaders(200, -1);
    }
  }

  /** What makes a server send its traces, and nothing but those, here. */
  public Map<String, String> settings() {
    return Map.of(
        "OTEL_SDK_DISABLED",
        "false",
        "OTEL_EXPORTER_OTLP_ENDPOINT",
        "http://localhost:" + server.getAddress().getPort(),
        "OTEL_EXPORTER_OTLP_PROTOCOL",
        "http/protobuf",
        "OTEL_METRICS_EXPORTER",
        "none",
        "OTEL_LOGS_EXPORTER",
        "none",
        "OTEL_BSP_SCHEDULE_DELAY",
        "200");
  }

  /** All spans so far. */
  public List<RecordedSpan> spans() {
    return received.stream()
        .map(ProtobufMessage::new)
        .flatMap(request -> request.messages(1).stream())
        .flatMap(resource -> resource.messages(2).stream())
        .flatMap(scope -> scope.messages(2).stream())
        .map(RecordedSpan::of)
        .toList();
  }

  /** Those so far that are such. */
  public List<RecordedSpan> spans(Predicate<RecordedSpan> such) {
    return spans().stream().filter(such).toList();
  }

  /** The first that is such, when it has come. */
  public RecordedSpan await(String forWhat, Predicate<RecordedSpan> such) {
    return Waiting.await(forWhat).until(() -> spans(such), found -> !found.isEmpty()).get(0);
  }

  /** Everything that was ever sent, whatever it means. */
  public String text() {
    StringBuilder all = new StringBuilder();
    received.forEach(bytes -> all.append(new String(bytes, StandardCharsets.ISO_8859_1)));
    return all.toString();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
