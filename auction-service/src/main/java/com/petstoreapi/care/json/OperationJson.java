package com.petstoreapi.care.json;

import static com.petstoreapi.edge.json.Builders.JSON;

import com.petstoreapi.care.Change;
import com.petstoreapi.care.Operation;
import com.petstoreapi.care.Place;
import com.petstoreapi.care.Task;
import com.petstoreapi.edge.json.JsonFields;
import com.petstoreapi.edge.json.Timestamps;
import com.petstoreapi.realtime.failure.Refusal;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Operations: what clients send is what others are told. */
public final class OperationJson {
  private static final int MOST_NAME = 20;

  /** So many operations come at once. */
  public static final int MOST_AT_ONCE = 100;

  private OperationJson() {}

  /**
   * @throws Refusal {@code invalid-message}
   */
  public static Operation read(JsonObject object) {
    JsonFields fields = JsonFields.of(object);
    String id = fields.id("id");
    return switch (fields.text("op", MOST_NAME)) {
      case "add" -> new Operation.Add(id, fields.text("text", Task.MOST_TEXT), place(object));
      case "edit" -> edit(id, fields.rawObject("fields"));
      case "check" -> new Operation.Check(id, fields.truth("done"));
      case "move" -> new Operation.Move(id, place(object));
      case "remove" -> new Operation.Remove(id);
      default -> throw Refusal.invalid("Field op must be add, edit, check, move or remove.");
    };
  }

  /**
   * One operation, or an array of 1 to {@link #MOST_AT_ONCE}.
   *
   * @throws Refusal {@code invalid-message}
   */
  public static List<Operation> readAll(JsonValue value) {
    List<? extends JsonValue> all = value instanceof JsonArray array ? array : List.of(value);
    if (all.isEmpty() || all.size() > MOST_AT_ONCE) {
      throw Refusal.invalid("1 to " + MOST_AT_ONCE + " operations are expected.");
    }
    return all.stream().map(OperationJson::object).map(OperationJson::read).toList();
  }

  public static JsonObject write(Operation operation) {
    JsonObjectBuilder json = JSON.createObjectBuilder();
    if (operation instanceof Operation.Add add) {
      json.add("op", "add").add("id", add.id()).add("text", add.text());
      write(add.place(), json);
    } else if (operation instanceof Operation.Edit edit) {
      json.add("op", "edit").add("id", edit.id()).add("fields", fields(edit));
    } else if (operation instanceof Operation.Check check) {
      json.add("op", "check").add("id", check.id()).add("done", check.done());
    } else if (operation instanceof Operation.Move move) {
      json.add("op", "move").add("id", move.id());
      write(move.place(), json);
    } else {
      json.add("op", "remove").add("id", operation.id());
    }
    return json.build();
  }

  private static JsonObject object(JsonValue value) {
    if (value instanceof JsonObject object) {
      return object;
    }
    throw Refusal.invalid("An operation is a JSON object.");
  }

  /** Left out is last, null is first. */
  private static Place place(JsonObject object) {
    if (!object.containsKey("after")) {
      return new Place.Last();
    }
    Optional<String> after = JsonFields.of(object).optionalId("after");
    return after.<Place>map(Place.After::new).orElseGet(Place.First::new);
  }

  private static void write(Place place, JsonObjectBuilder json) {
    if (place instanceof Place.After after) {
      json.add("after", after.taskId());
    } else if (place instanceof Place.First) {
      json.addNull("after");
    }
  }

  private static Operation edit(String id, JsonObject object) {
    JsonFields fields = JsonFields.of(object);
    return new Operation.Edit(
        id,
        fields.optionalText("text", Task.MOST_TEXT),
        change(object, "due", fields::optionalTime),
        change(object, "assignee", fields::optionalUser));
  }

  /** Left out leaves a field as it is, null clears it. */
  private static <T> Change<T> change(
      JsonObject object, String name, Function<String, Optional<T>> read) {
    return object.containsKey(name) ? new Change<>(true, read.apply(name)) : Change.none();
  }

  private static JsonObject fields(Operation.Edit edit) {
    JsonObjectBuilder fields = JSON.createObjectBuilder();
    edit.text().ifPresent(text -> fields.add("text", text));
    write("due", edit.due(), Timestamps::format, fields);
    write("assignee", edit.assignee(), Function.identity(), fields);
    return fields.build();
  }

  private static <T> void write(
      String name, Change<T> change, Function<T, String> text, JsonObjectBuilder fields) {
    if (change.made()) {
      change
          .value()
          .map(text)
          .ifPresentOrElse(value -> fields.add(name, value), () -> fields.addNull(name));
    }
  }
}
