package com.petstoreapi.systemtests.care;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.systemtests.support.Position;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/**
 * A client's own copy of a plan's tasks: those of the snapshot, and what was told since. Used by
 * one thread at a time.
 */
final class Replica {
  private final List<JsonObject> tasks = new ArrayList<>();
  private Position position;

  Position position() {
    return position;
  }

  /** The tasks in their order, which they do not name themselves. */
  List<JsonObject> tasks() {
    return List.copyOf(tasks);
  }

  /** The tasks of a plan as the server gives it, likewise. */
  static List<JsonObject> tasksOf(JsonObject plan) {
    return plan.getJsonArray("tasks").getValuesAs(JsonObject.class).stream()
        .map(task -> Json.createObjectBuilder(task).remove("order").build())
        .toList();
  }

  void begin(JsonObject snapshot) {
    tasks.clear();
    tasks.addAll(tasksOf(snapshot.getJsonObject("plan")));
    position = Position.of(snapshot);
  }

  /** Takes in an event, which must be the next. */
  void hear(JsonObject event) {
    Position next = Position.of(event);
    assertThat(next.seq()).as("the next event").isEqualTo(position.seq() + 1);
    position = next;
    if (event.getString("type").equals("op")) {
      apply(event.getJsonObject("op"));
    }
  }

  private void apply(JsonObject op) {
    String id = op.getString("id");
    switch (op.getString("op")) {
      case "add" -> insert(task(id, op.getString("text")), op);
      case "edit" -> change(id, op.getJsonObject("fields"));
      case "check" -> change(id, Json.createObjectBuilder().add("done", op.get("done")).build());
      case "move" -> insert(tasks.remove(indexOf(id)), op);
      default -> tasks.remove(indexOf(id));
    }
  }

  private void insert(JsonObject task, JsonObject op) {
    tasks.add(op.isNull("after") ? 0 : indexOf(op.getString("after")) + 1, task);
  }

  private void change(String id, JsonObject fields) {
    int index = indexOf(id);
    JsonObjectBuilder changed = Json.createObjectBuilder(tasks.get(index));
    fields.forEach(
        (name, value) -> {
          if (value == JsonValue.NULL) {
            changed.remove(name);
          } else {
            changed.add(name, value);
          }
        });
    tasks.set(index, changed.build());
  }

  /** What is told was done to a task that was there. */
  private int indexOf(String id) {
    for (int i = 0; i < tasks.size(); i++) {
      if (tasks.get(i).getString("id").equals(id)) {
        return i;
      }
    }
    throw new AssertionError("there is no task " + id + " at " + position);
  }

  private static JsonObject task(String id, String text) {
    return Json.createObjectBuilder().add("id", id).add("text", text).add("done", false).build();
  }
}
