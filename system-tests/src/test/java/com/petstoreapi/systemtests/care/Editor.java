package com.petstoreapi.systemtests.care;

import com.petstoreapi.systemtests.support.JsonText;
import com.petstoreapi.systemtests.support.Position;
import com.petstoreapi.systemtests.support.SocketClient;
import com.petstoreapi.systemtests.support.Waiting;
import jakarta.json.JsonObject;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Somebody who edits a plan over a socket: he says what he does without waiting for answers, and
 * when he comes back goes on from where he was and says again what was not answered. Safe for use
 * by several threads.
 */
final class Editor implements AutoCloseable {
  private final String user;
  private final String token;
  private final Function<String, URI> door;
  private final Replica replica = new Replica();
  private final Map<String, JsonObject> unanswered = new LinkedHashMap<>();
  private SocketClient socket;
  private int connections;
  private int keys;

  /**
   * @param door where the socket is, with this query
   */
  Editor(String user, String token, Function<String, URI> door) {
    this.user = user;
    this.token = token;
    this.door = door;
  }

  /** Comes for the first time. */
  void come() {
    open("");
    await("snapshot", () -> replica.position() != null);
  }

  /** Comes back, by whichever door. */
  void comeBack() {
    List<JsonObject> again;
    String after;
    synchronized (this) {
      again = List.copyOf(unanswered.values());
      after = "?after=" + replica.position();
    }
    open(after);
    again.forEach(socket::send);
    socket.await("resumed");
  }

  private void open(String query) {
    int connection;
    synchronized (this) {
      connection = ++connections;
    }
    socket = SocketClient.open(door.apply(query), token, message -> hear(connection, message));
  }

  /** The network is gone in the middle of whatever goes on. */
  void cut() {
    synchronized (this) {
      connections++;
    }
    socket.close();
  }

  void edit(JsonObject operation) {
    JsonObject message;
    synchronized (this) {
      String key = user + '-' + ++keys;
      message = JsonText.of("type", "op", "key", key, "op", operation);
      unanswered.put(key, message);
    }
    socket.send(message);
  }

  /** Many edits, as fast as he can say them. */
  Callable<Void> editing(long seed, int edits) {
    return () -> {
      Operations operations = new Operations(seed);
      for (int i = 0; i < edits; i++) {
        edit(operations.next());
      }
      return null;
    };
  }

  /** Waits until he was told all up to the plan's position. */
  void awaitAllOf(JsonObject plan) {
    Position head = Position.of(plan);
    await("all", () -> head.equals(replica.position()));
  }

  void awaitAnswers() {
    await("answers", unanswered::isEmpty);
  }

  private void await(String what, BooleanSupplier there) {
    Waiting.await(what + " for " + user)
        .until(
            () -> {
              synchronized (this) {
                return there.getAsBoolean();
              }
            });
  }

  synchronized List<JsonObject> tasks() {
    return replica.tasks();
  }

  private synchronized void hear(int connection, JsonObject message) {
    if (connection != connections) {
      return; // what came as it was cut
    }
    switch (message.getString("type")) {
      case "snapshot" -> replica.begin(message);
      case "op", "plan" -> replica.hear(message);
      case "accepted", "rejected" -> unanswered.remove(message.getString("key"));
      default -> {
        // of no concern to the plan
      }
    }
  }

  @Override
  public void close() {
    socket.close();
  }
}
