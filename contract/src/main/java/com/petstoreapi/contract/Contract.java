package com.petstoreapi.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a service and its clients may send each other, by its AsyncAPI document. */
public final class Contract {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final Map<String, Message> messages = new LinkedHashMap<>();
  private final Map<String, Channel> channels = new LinkedHashMap<>();

  /**
   * @param document of AsyncAPI 3.0 in JSON, or a part of one that points to nothing outside of it
   */
  public static Contract of(String document) {
    return new Contract(parse(document));
  }

  private Contract(JsonNode document) {
    Schemas schemas = new Schemas(document);
    document
        .at("/components/messages")
        .fields()
        .forEachRemaining(
            entry -> messages.put(entry.getKey(), new Message(schemas, entry.getValue())));
    document
        .path("channels")
        .fields()
        .forEachRemaining(
            entry -> channels.put(entry.getKey(), channel(entry.getKey(), entry.getValue())));
    document.path("operations").forEach(operation -> add(document, operation));
  }

  /** A stream or socket by its name. */
  public Channel channel(String name) {
    return Optional.ofNullable(channels.get(name)).orElseThrow();
  }

  /** The stream or socket at a path; empty for any other path. */
  public Optional<Channel> channelAt(String path) {
    return channels.values().stream().filter(channel -> channel.isAt(path)).findFirst();
  }

  /** What is wrong with the payload of a message, by its name among the components. */
  public Optional<String> problemOf(String message, String payload) {
    return messages.get(message).problemOf(parse(payload));
  }

  /** The messages whose examples do not fit, and those of JSON that have none. */
  public List<String> badExamples() {
    List<String> bad = new ArrayList<>();
    messages.forEach(
        (key, message) -> {
          message.examples().stream()
              .flatMap(example -> message.problemOf(example).stream())
              .forEach(problem -> bad.add(key + ": " + problem));
          if (message.hasType() && message.examples().isEmpty()) {
            bad.add(key + " has no example");
          }
        });
    return bad;
  }

  /**
   * @throws IllegalArgumentException for what is no JSON
   */
  static JsonNode parse(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON: " + text, e);
    }
  }

  private static Channel channel(String name, JsonNode node) {
    return new Channel(name, node.path("address").asText());
  }

  private void add(JsonNode document, JsonNode operation) {
    Channel channel = channel(lastOf(operation.at("/channel/$ref").asText()));
    boolean sends = operation.path("action").asText().equals("send");
    for (JsonNode reference : operation.path("messages")) {
      Message message = message(document, reference);
      if (sends) {
        channel.addTold(message);
      } else {
        channel.addSaid(message);
      }
    }
    operation
        .at("/reply/messages")
        .forEach(reference -> channel.addTold(message(document, reference)));
  }

  /** Operations point to a channel's messages, and those to the components. */
  private Message message(JsonNode document, JsonNode reference) {
    JsonNode ofChannel = document.at(reference.path("$ref").asText().substring(1));
    return messages.get(lastOf(ofChannel.path("$ref").asText()));
  }

  private static String lastOf(String reference) {
    return reference.substring(reference.lastIndexOf('/') + 1);
  }
}
