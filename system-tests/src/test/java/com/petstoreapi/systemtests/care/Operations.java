package com.petstoreapi.systemtests.care;

import com.petstoreapi.systemtests.support.JsonText;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Random;

/** Operations on few tasks, so that many of them meet. */
final class Operations {
  private static final int IDS = 10;

  private final Random random;

  Operations(long seed) {
    this.random = new Random(seed);
  }

  static JsonObject add(String id) {
    return JsonText.of("op", "add", "id", id, "text", "Walk");
  }

  JsonObject next() {
    return switch (random.nextInt(7)) {
      case 0, 1 -> placed(JsonText.of("op", "add", "id", id(), "text", "text " + random.nextInt()));
      case 2 -> edit("text", "text " + random.nextInt());
      case 3 -> edit("due", "2026-03-0" + (1 + random.nextInt(9)) + "T08:00:00Z");
      case 4 -> JsonText.of("op", "check", "id", id(), "done", random.nextBoolean());
      case 5 -> placed(JsonText.of("op", "move", "id", id()));
      default -> JsonText.of("op", "remove", "id", id());
    };
  }

  private JsonObject edit(String field, String value) {
    return JsonText.of("op", "edit", "id", id(), "fields", JsonText.of(field, value));
  }

  private JsonObject placed(JsonObject operation) {
    JsonObjectBuilder placed = Json.createObjectBuilder(operation);
    return switch (random.nextInt(3)) {
      case 0 -> placed.addNull("after").build();
      case 1 -> placed.build();
      default -> placed.add("after", id()).build();
    };
  }

  private String id() {
    return "task-" + random.nextInt(IDS);
  }
}
