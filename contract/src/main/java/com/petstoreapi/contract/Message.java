package com.petstoreapi.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A message of a document. Its schemas are compiled at their first use. */
final class Message {
  private final Schemas schemas;
  private final JsonNode node;
  private final String name;
  private volatile JsonSchema closed;
  private volatile JsonSchema open;

  Message(Schemas schemas, JsonNode node) {
    this.schemas = schemas;
    this.node = node;
    this.name = name(schemas, node);
  }

  /** Its type, or what it is called where it is of no type of its own. */
  String name() {
    return name;
  }

  /** Whether it is of any type that no other message has. */
  boolean isOfAnyType() {
    return node.has("x-any-event");
  }

  /** Whether it is JSON with a type, and not a picture or an array of messages. */
  boolean hasType() {
    return !node.has("x-binary") && !node.has("x-batch");
  }

  /** What is wrong with a payload; fields that are not named are, too. */
  Optional<String> problemOf(JsonNode payload) {
    if (closed == null) {
      closed = schemas.closed(node.path("payload"));
    }
    return problem(closed, payload);
  }

  /** What is wrong with the fields that are named. */
  Optional<String> problemOfKnownFieldsOf(JsonNode payload) {
    if (open == null) {
      open = schemas.open(node.path("payload"));
    }
    return problem(open, payload);
  }

  List<JsonNode> examples() {
    List<JsonNode> examples = new ArrayList<>();
    node.path("examples").forEach(example -> examples.add(example.path("payload")));
    return examples;
  }

  private Optional<String> problem(JsonSchema schema, JsonNode payload) {
    Set<ValidationMessage> found = schema.validate(payload);
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(
            found.stream()
                .map(ValidationMessage::getMessage)
                .collect(Collectors.joining("; ", name + ": ", " in " + payload)));
  }

  private static String name(Schemas schemas, JsonNode node) {
    if (node.has("name")) {
      return node.get("name").asText();
    }
    for (JsonNode trait : node.path("traits")) {
      if (schemas.at(trait).has("name")) {
        return schemas.at(trait).get("name").asText();
      }
    }
    throw new IllegalArgumentException("a message without a name: " + node);
  }
}
