package com.petstoreapi.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A stream or socket of a document. "Told" is what the service sends, "said" what its clients do.
 * Safe for use by many threads.
 */
public final class Channel {
  private final String name;
  private final Pattern path;
  private final Map<String, Message> told = new HashMap<>();
  private final Map<String, Message> said = new HashMap<>();
  private Message anythingElse;

  Channel(String name, String address) {
    this.name = name;
    this.path = Pattern.compile(".*" + address.replaceAll("\\{\\w+}", "[^/]+"));
  }

  void addTold(Message message) {
    if (message.isOfAnyType()) {
      anythingElse = message;
    } else if (message.hasType()) {
      told.put(message.name(), message);
    }
  }

  void addSaid(Message message) {
    if (message.hasType()) {
      said.put(message.name(), message);
    }
  }

  public String name() {
    return name;
  }

  /** Whether this is what is at a path; a proxy may have put something before it. */
  boolean isAt(String requestPath) {
    return path.matcher(requestPath).matches();
  }

  /** All types that the service sends; where it may send any, those that are named. */
  public Set<String> toldTypes() {
    return Set.copyOf(told.keySet());
  }

  /** All types that clients send. */
  public Set<String> saidTypes() {
    return Set.copyOf(said.keySet());
  }

  /**
   * What is wrong with something that the service has sent: no such type, a field that the document
   * does not name, or any other that does not fit. Empty for nothing.
   *
   * @param payload JSON text
   */
  public Optional<String> problemOfTold(String type, String payload) {
    Message message = told.getOrDefault(type, anythingElse);
    return problem(
        message == null
            ? Optional.of("nothing of type " + type + " is told: " + payload)
            : problem(payload, message::problemOf));
  }

  /**
   * What is wrong with something that a client has sent. Fields that the document does not name are
   * ignored, as the service ignores them.
   */
  public Optional<String> problemOfSaid(String type, String payload) {
    Message message = said.get(type);
    return problem(
        message == null
            ? Optional.of("nothing of type " + type + " is said: " + payload)
            : problem(payload, message::problemOfKnownFieldsOf));
  }

  /** The examples of what clients may send of that type, as JSON texts. */
  public List<String> saidExamples(String type) {
    return said.get(type).examples().stream().map(JsonNode::toString).toList();
  }

  private static Optional<String> problem(
      String payload, Function<JsonNode, Optional<String>> check) {
    try {
      return check.apply(Contract.parse(payload));
    } catch (IllegalArgumentException e) {
      return Optional.of(e.getMessage());
    }
  }

  private Optional<String> problem(Optional<String> found) {
    return found.map(problem -> name + ": " + problem);
  }
}
