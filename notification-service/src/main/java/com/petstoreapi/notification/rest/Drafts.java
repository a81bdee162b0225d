package com.petstoreapi.notification.rest;

import com.petstoreapi.edge.json.JsonBody;
import com.petstoreapi.edge.json.JsonFields;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.journal.Audience;
import com.petstoreapi.realtime.journal.Draft;
import com.petstoreapi.realtime.value.Names;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import java.util.Set;

/** Reads what a publisher sends. */
final class Drafts {
  private static final int MAX_EVENTS = 1_000;
  private static final int MAX_DATA = 65_536;

  /** What streams say about themselves, and what a browser's EventSource says by itself. */
  private static final Set<String> RESERVED =
      Set.of("hello", "heartbeat", "reset", "auth-expiring", "refused", "open", "error", "message");

  private Drafts() {}

  /** One event or an array of them, each {@code {"id"?,"type","audience"?,"data"}}. */
  static List<Draft> of(JsonBody body) {
    if (!(body.value() instanceof JsonArray array)) {
      return List.of(draft(body.fields()));
    }
    if (array.isEmpty() || array.size() > MAX_EVENTS) {
      throw Refusal.invalid("An array holds 1 to " + MAX_EVENTS + " events.");
    }
    return array.stream().map(JsonFields::of).map(Drafts::draft).toList();
  }

  private static Draft draft(JsonFields fields) {
    String type = fields.matching("type", Names.EVENT_TYPE);
    if (RESERVED.contains(type)) {
      throw Refusal.invalid("Events of type " + type + " cannot be published.");
    }
    JsonObject data = fields.rawObject("data");
    String json = data.toString();
    if (json.length() > MAX_DATA) {
      throw Refusal.invalid("Field data must have at most " + MAX_DATA + " characters.");
    }
    Audience audience =
        fields.optionalUser("audience").map(Audience::only).orElse(Audience.EVERYONE);
    return new Draft(type, audience, subject(data), json, fields.optionalId("id").orElse(""));
  }

  /** What is about a pet can be asked for by the pet. */
  private static String subject(JsonObject data) {
    return data.get("petId") instanceof JsonString petId && Names.isId(petId.getString())
        ? petId.getString()
        : "";
  }
}
