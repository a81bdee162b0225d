package com.petstoreapi.edge.settings;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * How this node finds the others of its service.
 *
 * @param node its name among them
 * @param connectionFactory JNDI name of a Jakarta Messaging connection factory; empty for a node by
 *     itself
 * @param topic on which the nodes of this service hear each other
 * @param lookEvery how often it is looked in the journal for what was not heard
 */
public record ClusterSettings(
    String node, Optional<String> connectionFactory, String topic, Duration lookEvery)
    implements Settings {

  /** Reads {@code petstore.node.*} and {@code petstore.bell.*}. */
  public static ClusterSettings from(SettingsReader reader) {
    return new ClusterSettings(
        reader.text("petstore.node.name").orElseGet(() -> UUID.randomUUID().toString()),
        reader.text("petstore.bell.connection-factory"),
        reader.text("petstore.bell.topic").orElse("petstore.bell"),
        Duration.ofMillis(reader.integer("petstore.bell.look-millis", 1_000, 100, 60_000)));
  }
}
