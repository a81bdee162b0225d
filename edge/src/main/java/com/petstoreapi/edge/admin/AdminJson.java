package com.petstoreapi.edge.admin;

import static com.petstoreapi.edge.json.Builders.JSON;

import com.petstoreapi.edge.connection.Standing;
import com.petstoreapi.edge.json.Timestamps;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/** What operators are told, as JSON. */
final class AdminJson {
  private AdminJson() {}

  /**
   * {@code {"node","items":[…],"next"?}}: there is a next page when this one is full.
   *
   * @param id the field of an item by which they are in order
   */
  static String page(String node, List<JsonObject> items, String id, int limit) {
    JsonArrayBuilder array = JSON.createArrayBuilder();
    items.forEach(array::add);
    JsonObjectBuilder page = JSON.createObjectBuilder().add("node", node).add("items", array);
    if (items.size() == limit) {
      page.add("next", items.get(limit - 1).getString(id));
    }
    return page.build().toString();
  }

  static JsonObject connection(Standing connection) {
    JsonObjectBuilder item =
        JSON.createObjectBuilder()
            .add("id", connection.id())
            .add("user", connection.user())
            .add("transport", connection.transport().wire())
            .add("stream", connection.stream())
            .add("openedAt", Timestamps.format(connection.openedAt()));
    connection.position().ifPresent(position -> item.add("position", position.toString()));
    return item.add("lag", connection.lag())
        .add("stalled", connection.stalled())
        .add("batches", connection.batches())
        .build();
  }

  static JsonObject stream(StreamStanding stream) {
    JsonObjectBuilder item =
        JSON.createObjectBuilder()
            .add("name", stream.name())
            .add("head", stream.head().toString())
            .add("oldest", stream.oldest().toString())
            .add("tailEvents", stream.tailEvents())
            .add("tailBytes", stream.tailBytes())
            .add("cursors", stream.cursors());
    stream
        .slowest()
        .ifPresent(
            slowest ->
                item.add(
                    "slowest",
                    JSON.createObjectBuilder()
                        .add("connection", slowest.id())
                        .add("position", slowest.position().orElseThrow().toString())
                        .add("lag", slowest.lag())));
    return item.build();
  }

  static String level(String node, LogLevels.Setting setting) {
    JsonObjectBuilder level =
        JSON.createObjectBuilder()
            .add("node", node)
            .add("logger", setting.logger())
            .add("level", setting.level());
    setting.until().ifPresent(until -> level.add("until", Timestamps.format(until)));
    return level.build().toString();
  }
}
