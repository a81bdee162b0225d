package com.petstoreapi.auction.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.net.URI;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A socket that collects what comes; pings are answered, and counted. */
public final class LiveSocket implements AutoCloseable, WebSocket.Listener {
  private static final int LIMIT_SECONDS = 20;

  private final List<JsonObject> received = new CopyOnWriteArrayList<>();
  private final List<byte[]> binaries = new CopyOnWriteArrayList<>();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final StringBuilder text = new StringBuilder();
  private final AtomicInteger pings = new AtomicInteger();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private WebSocket socket;

  private LiveSocket() {}

  static LiveSocket open(WebSocket.Builder builder, URI uri) {
    LiveSocket opened = new LiveSocket();
    opened.socket =
        builder.buildAsync(uri, opened).orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS).join();
    return opened;
  }

  public void send(String message) {
    socket.sendText(message, true).orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS).join();
  }

  public void send(byte[] message) {
    socket
        .sendBinary(ByteBuffer.wrap(message), true)
        .orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS)
        .join();
  }

  /** Bids; the key of the bid, as nobody has had it before. */
  public String bid(int amount) {
    String key = UUID.randomUUID().toString();
    send("{\"type\":\"bid\",\"amount\":%d,\"key\":\"%s\"}".formatted(amount, key));
    return key;
  }

  /** The first binary message; waits for it. */
  public byte[] awaitBinary() {
    await().atMost(Duration.ofSeconds(LIMIT_SECONDS)).until(() -> !binaries.isEmpty());
    return binaries.get(0);
  }

  /** The first message of that type that holds this text; waits for it. */
  public JsonObject awaitMessage(String type, String part) {
    return await(type + " with " + part)
        .atMost(Duration.ofSeconds(LIMIT_SECONDS))
        .until(
            () ->
                received.stream()
                    .filter(message -> type(message).equals(type))
                    .filter(message -> message.toString().contains(part))
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  /** The first message of that type; waits for it. */
  public JsonObject awaitMessage(String type) {
    await()
        .atMost(Duration.ofSeconds(LIMIT_SECONDS))
        .untilAsserted(() -> assertThat(received).extracting(LiveSocket::type).contains(type));
    return received.stream()
        .filter(message -> type(message).equals(type))
        .findFirst()
        .orElseThrow();
  }

  /** Waits until the server has asked so many times for a sign of life. */
  public void awaitPings(int count) {
    await(count + " pings")
        .atMost(Duration.ofSeconds(LIMIT_SECONDS))
        .until(() -> pings.get() >= count);
  }

  /** The code of the close; waits for it. */
  public int awaitClose() {
    return closed.orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS).join();
  }

  public boolean isOpen() {
    return !closed.isDone();
  }

  /** All that came so far, by their types, but heartbeats and who is there. */
  public List<String> types() {
    return received.stream()
        .map(LiveSocket::type)
        .filter(type -> !type.equals("heartbeat") && !type.equals("presence"))
        .toList();
  }

  /** Leaves in good order. */
  @Override
  public void close() {
    if (isOpen()) {
      socket.sendClose(WebSocket.NORMAL_CLOSURE, "");
    }
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
    text.append(part);
    if (last) {
      try (JsonReader reader = Json.createReader(new StringReader(text.toString()))) {
        received.add(reader.readObject());
      }
      text.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onBinary(WebSocket from, ByteBuffer part, boolean last) {
    byte[] read = new byte[part.remaining()];
    part.get(read);
    bytes.writeBytes(read);
    if (last) {
      binaries.add(bytes.toByteArray());
      bytes.reset();
    }
    from.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onPing(WebSocket from, ByteBuffer payload) {
    pings.incrementAndGet();
    from.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    closed.complete(code);
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    closed.completeExceptionally(error);
  }

  private static String type(JsonObject message) {
    return message.getString("type");
  }
}
