package com.petstoreapi.auction.support;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A stream that is read by a thread of its own until it is closed. */
public final class EventStream implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final HttpResponse<InputStream> answer;
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final Thread reader;

  /** An event as it came. */
  public record Received(String id, String type, String data) {}

  EventStream(HttpResponse<InputStream> answer) {
    this.answer = answer;
    reader = new Thread(this::read, "event-stream");
    reader.setDaemon(true);
    reader.start();
  }

  /** The first event of that type; waits for it. */
  public Received awaitEvent(String type) {
    return awaitEvents(type, 1).get(0);
  }

  /** At least so many events of that type; waits for them. */
  public List<Received> awaitEvents(String type, int count) {
    return await("event " + type)
        .atMost(LIMIT)
        .until(() -> events(type), events -> events.size() >= count);
  }

  /** Waits until the server has ended it. */
  public void awaitEnd() {
    await("the end").atMost(LIMIT).until(() -> !reader.isAlive());
  }

  /** All that came so far but heartbeats, by their types. */
  public List<String> types() {
    return received.stream().map(Received::type).filter(type -> !type.equals("heartbeat")).toList();
  }

  /** Leaves. */
  @Override
  public void close() {
    try {
      answer.body().close();
    } catch (IOException e) {
      // it is gone then
    }
  }

  private List<Received> events(String type) {
    return received.stream().filter(event -> event.type().equals(type)).toList();
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
      String id = "";
      String type = "";
      StringBuilder data = new StringBuilder();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("id: ")) {
          id = line.substring(4);
        } else if (line.startsWith("event: ")) {
          type = line.substring(7);
        } else if (line.startsWith("data: ")) {
          data.append(line.substring(6));
        } else if (line.isEmpty() && !data.isEmpty()) {
          received.add(new Received(id, type, data.toString()));
          data.setLength(0);
        }
      }
    } catch (IOException e) {
      // one of the two sides has closed it
    }
  }
}
