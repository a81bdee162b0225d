package com.petstoreapi.systemtests.support;

import com.petstoreapi.contract.Channel;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.awaitility.core.ConditionTimeoutException;

/** A WebSocket that collects the JSON messages which come in. Safe for use by several threads. */
public final class SocketClient implements AutoCloseable, WebSocket.Listener {
  private static final int ANSWER_WITHIN_SECONDS = 20;
  private static final int NOTHING_SAID = 1006;

  private final List<JsonObject> messages = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private final List<byte[]> binaries = new CopyOnWriteArrayList<>();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Map<String, CompletableFuture<JsonObject>> asked = new ConcurrentHashMap<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final Consumer<JsonObject> observer;
  private final Optional<Channel> channel;
  private WebSocket socket;
  private boolean left;

  private SocketClient(URI uri, Consumer<JsonObject> observer) {
    this.channel = Conformance.channelAt(uri);
    this.observer = observer;
  }

  public static SocketClient open(URI uri, String token) {
    return open(uri, token, message -> {});
  }

  /**
   * @param observer called with each message at once, on the thread that reads
   */
  public static SocketClient open(URI uri, String token, Consumer<JsonObject> observer) {
    return open(uri, observer, "Authorization", "Bearer " + token);
  }

  /** A client without a token, for an address that bears a ticket. */
  public static SocketClient openWithout(URI uri) {
    return open(uri, message -> {}, "X-Token", "none");
  }

  private static SocketClient open(
      URI uri, Consumer<JsonObject> observer, String header, String value) {
    SocketClient client = new SocketClient(uri, observer);
    client.socket =
        HttpApi.CLIENT
            .newWebSocketBuilder()
            .subprotocols("petstore.v1")
            .header(header, value)
            .buildAsync(uri, client)
            .orTimeout(ANSWER_WITHIN_SECONDS, TimeUnit.SECONDS)
            .join();
    return client;
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
    text.append(part);
    if (last) {
      JsonObject message = JsonText.parse(text.toString());
      channel.ifPresent(known -> Conformance.told(known, type(message), text.toString()));
      text.setLength(0);
      synchronized (messages) {
        if (left) {
          return null;
        }
        messages.add(message);
      }
      observer.accept(message);
      answer(message);
    }
    from.request(1);
    return null;
  }

  private void answer(JsonObject message) {
    boolean isAnswer = List.of("accepted", "rejected", "error").contains(type(message));
    if (isAnswer && message.containsKey("key")) {
      CompletableFuture<JsonObject> waiting = asked.remove(message.getString("key"));
      if (waiting != null) {
        waiting.complete(message);
      }
    }
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
  public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    end(code);
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    end(NOTHING_SAID);
  }

  private void end(int code) {
    closed.complete(code);
    IllegalStateException noAnswer = new IllegalStateException("the socket closed with " + code);
    asked.values().forEach(waiting -> waiting.completeExceptionally(noAnswer));
  }

  public synchronized void send(JsonObject message) {
    sendText(message.toString());
  }

  public synchronized void sendText(String message) {
    socket.sendText(message, true).orTimeout(ANSWER_WITHIN_SECONDS, TimeUnit.SECONDS).join();
  }

  public synchronized void sendBinary(byte[] message) {
    socket
        .sendBinary(ByteBuffer.wrap(message), true)
        .orTimeout(ANSWER_WITHIN_SECONDS, TimeUnit.SECONDS)
        .join();
  }

  /** The binary messages so far. */
  public List<byte[]> binaries() {
    return List.copyOf(binaries);
  }

  /** Sends a message with a {@code key} and returns what the server answers to that key. */
  public JsonObject ask(JsonObject message) {
    CompletableFuture<JsonObject> answer = new CompletableFuture<>();
    asked.put(message.getString("key"), answer);
    send(message);
    if (closed.isDone()) {
      end(closed.join());
    }
    JsonObject answered = answer.orTimeout(ANSWER_WITHIN_SECONDS, TimeUnit.SECONDS).join();
    channel
        .filter(known -> type(answered).equals("accepted"))
        .ifPresent(known -> Conformance.accepted(known, message));
    return answered;
  }

  /** The messages of these types so far; all, when none is named. */
  public List<JsonObject> messages(String... types) {
    List<String> wanted = Arrays.asList(types);
    synchronized (messages) {
      return messages.stream()
          .filter(message -> wanted.isEmpty() || wanted.contains(type(message)))
          .toList();
    }
  }

  public JsonObject await(String type) {
    return await(type, message -> true);
  }

  /**
   * The first message of that type which is such; waits for it if it has not come yet.
   *
   * @throws AssertionError with what was told instead, when it does not come, or no longer can
   */
  public JsonObject await(String type, Predicate<JsonObject> such) {
    Supplier<Optional<JsonObject>> first = () -> messages(type).stream().filter(such).findFirst();
    try {
      Waiting.await("message " + type).until(() -> closed.isDone() || first.get().isPresent());
    } catch (ConditionTimeoutException tooLate) {
      throw new AssertionError(tooLate.getMessage() + "; told was " + messages(), tooLate);
    }
    return first
        .get()
        .orElseThrow(
            () ->
                new AssertionError(
                    "closed with %d before message %s; told was %s"
                        .formatted(closed.join(), type, messages())));
  }

  public int awaitCloseCode() {
    return closed.orTimeout(ANSWER_WITHIN_SECONDS, TimeUnit.SECONDS).join();
  }

  public boolean isOpen() {
    return !closed.isDone();
  }

  private static String type(JsonObject message) {
    return message.getString("type", "");
  }

  /** Leaves without a word; when this returns no further message is added. */
  @Override
  public void close() {
    synchronized (messages) {
      left = true;
    }
    if (isOpen()) {
      socket.abort();
      end(NOTHING_SAID);
    }
  }
}
