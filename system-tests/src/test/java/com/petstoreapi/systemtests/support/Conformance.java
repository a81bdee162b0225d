package com.petstoreapi.systemtests.support;

import com.petstoreapi.contract.Channel;
import com.petstoreapi.contract.Contract;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Holds what clients are told against the AsyncAPI documents, as the servers give them out: a type
 * that is not in there, a field that is not, or anything that does not fit, fails the test that was
 * told so. Of each type the first {@value #OF_EACH_TYPE} messages of a class are looked at, so that
 * crowds cost nothing. Used by all threads that read.
 */
final class Conformance {
  private static final int OF_EACH_TYPE = 100;
  private static final int MOST_PROBLEMS = 20;
  private static final JsonProvider JSON = JsonProvider.provider();

  private static final Map<String, Contract> CONTRACTS = new ConcurrentHashMap<>();
  private static final Map<String, AtomicInteger> SEEN = new ConcurrentHashMap<>();
  private static final Queue<String> PROBLEMS = new ConcurrentLinkedQueue<>();

  private Conformance() {}

  /**
   * Reads a server's document, unless that of another of its kind is known. An older build has
   * none.
   *
   * @param base the server's address
   */
  static void learnFrom(String kindOfServer, URI base) {
    CONTRACTS.computeIfAbsent(
        kindOfServer,
        unknown -> {
          Answer answer = new HttpApi(base, null).get("/asyncapi");
          return answer.status() == 200 ? Contract.of(answer.body()) : null;
        });
  }

  /** The stream or socket at an address; empty where none is known there. */
  static Optional<Channel> channelAt(URI uri) {
    return CONTRACTS.values().stream()
        .flatMap(contract -> contract.channelAt(uri.getPath()).stream())
        .findFirst();
  }

  /** Looks at an event of a stream. */
  static void told(Channel channel, String type, String data) {
    if (isToBeLookedAt(channel, type)) {
      channel.problemOfTold(type, data).ifPresent(Conformance::note);
    }
  }

  /** Looks at a text frame of a socket: a message, or an array of them. */
  static void told(Channel channel, String frame) {
    JsonValue value = parse(frame);
    List<? extends JsonValue> messages = value instanceof JsonArray all ? all : List.of(value);
    for (JsonValue message : messages) {
      told(channel, message.asJsonObject().getString("type", ""), message.toString());
    }
  }

  /** What was accepted must be something that the document lets a client say. */
  static void accepted(Channel channel, JsonObject message) {
    String type = message.getString("type", "");
    if (isToBeLookedAt(channel, "say " + type)) {
      channel.problemOfSaid(type, message.toString()).ifPresent(Conformance::note);
    }
  }

  /** From now on the messages of another class are counted. */
  static void nextClass() {
    SEEN.clear();
  }

  /** The problems since the last call, each told once. */
  static List<String> takeProblems() {
    List<String> taken = new ArrayList<>();
    for (String problem = PROBLEMS.poll(); problem != null; problem = PROBLEMS.poll()) {
      taken.add(problem);
    }
    return taken;
  }

  private static boolean isToBeLookedAt(Channel channel, String type) {
    String counted = channel.name() + ' ' + type;
    return SEEN.computeIfAbsent(counted, first -> new AtomicInteger()).incrementAndGet()
        <= OF_EACH_TYPE;
  }

  private static void note(String problem) {
    if (PROBLEMS.size() < MOST_PROBLEMS) {
      PROBLEMS.add(problem);
    }
  }

  private static JsonValue parse(String text) {
    try (JsonReader reader = JSON.createReader(new StringReader(text))) {
      return reader.readValue();
    }
  }
}
