package com.petstoreapi.systemtests.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.contract.Channel;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A reader of an event stream, on a thread of its own. Like a browser it keeps the last event id
 * and presents it when it connects again; unlike one it connects again only when told.
 */
public final class SseClient implements AutoCloseable {
  private final URI uri;
  private final String[] headers;
  private final Optional<Channel> channel;
  private final List<SseEvent> events = new ArrayList<>();
  private SseParser parser;
  private HttpResponse<InputStream> response;
  private Thread reader;

  private SseClient(URI uri, String lastEventId, String... headers) {
    this.uri = uri;
    this.headers = headers;
    this.channel = Conformance.channelAt(uri);
    this.parser = new SseParser(lastEventId, this::add);
  }

  /** A client that reads from now on; it returns when the response's head is there. */
  public static SseClient open(URI uri, String token) {
    return openAfter("", uri, token);
  }

  /** A client that says it has read up to that event. */
  public static SseClient openAfter(String lastEventId, URI uri, String token) {
    return connected(
        new SseClient(
            uri, lastEventId, "Accept", "text/event-stream", "Authorization", "Bearer " + token));
  }

  /** A client that sends these headers, names and values in turn, and no others. */
  public static SseClient openWith(URI uri, String... headers) {
    return connected(new SseClient(uri, "", headers));
  }

  private static SseClient connected(SseClient client) {
    client.connect();
    assertThat(client.response.statusCode()).as("status of %s", client.uri).isEqualTo(200);
    return client;
  }

  /** Leaves, if it has not yet, and comes back with the last event id that it has. */
  public void reconnect() {
    close();
    connect();
    assertThat(response.statusCode()).as("status of %s", uri).isEqualTo(200);
  }

  private void connect() {
    parser = new SseParser(parser.lastEventId(), this::add);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(20)).headers(headers);
    if (!parser.lastEventId().isEmpty()) {
      request.header("Last-Event-ID", parser.lastEventId());
    }
    try {
      response = HttpApi.CLIENT.send(request.build(), BodyHandlers.ofInputStream());
    } catch (IOException broken) {
      throw new UncheckedIOException("opening " + uri, broken);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
    InputStream body = response.body();
    SseParser ours = parser;
    reader = new Thread(() -> read(body, ours), "sse-client");
    reader.setDaemon(true);
    reader.start();
  }

  private static void read(InputStream body, SseParser parser) {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        parser.line(line);
      }
    } catch (IOException ended) {
      // Closed by either side, or the server was killed; the test decides what that means.
    }
  }

  private void add(SseEvent event) {
    channel.ifPresent(known -> Conformance.told(known, event.type(), event.data()));
    synchronized (events) {
      events.add(event);
    }
  }

  public List<SseEvent> events() {
    synchronized (events) {
      return List.copyOf(events);
    }
  }

  /** The events of these types so far, over all connections of this client. */
  public List<SseEvent> events(String... types) {
    List<String> wanted = Arrays.asList(types);
    return events().stream().filter(event -> wanted.contains(event.type())).toList();
  }

  public SseEvent await(String type) {
    return await(type, event -> true);
  }

  /** The first event of that type which is such; waits for it if it has not come yet. */
  public SseEvent await(String type, Predicate<SseEvent> such) {
    return Waiting.await("event " + type)
        .until(() -> events(type).stream().filter(such).findFirst(), Optional::isPresent)
        .orElseThrow();
  }

  public String lastEventId() {
    return parser.lastEventId();
  }

  public int retryMillis() {
    return parser.retryMillis();
  }

  public int commentBytes() {
    return parser.commentBytes();
  }

  public HttpHeaders headers() {
    return response.headers();
  }

  public boolean isOpen() {
    return reader.isAlive();
  }

  /** Leaves; when this returns no further event is added. */
  @Override
  public void close() {
    try {
      response.body().close();
      reader.join(Duration.ofSeconds(10).toMillis());
    } catch (IOException alreadyGone) {
      // What was wanted.
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
