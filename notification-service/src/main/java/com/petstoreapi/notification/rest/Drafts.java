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
import java.util.function.Function;

/** Reads what a publisher sends. */
public final class Drafts {
  private static final int MAX_EVENTS = 1_000;
  private static final int MAX_DATA = 65_536;

  /** What streams say about themselves, and what a browser's EventSource says by itself. */
  private static final Set<String> RESERVED =
      Set.of("hello", "heartbeat", "reset", "auth-expiring", "refused", "open", "error", "message");

  private Drafts() {}

  /** One event or an array of them, each {@code {"id"?,"type","audience"?,"data"}}. */
  static List<Draft> of(JsonBody body) {
    return body.value() instanceof JsonArray array
        ? ofArray(array, Drafts::draft)
        : List.of(draft(body.fields()));
  }

  /**
   * The same array, as a field of the body and with an id for each event.
   *
   * @throws Refusal {@code invalid-message}
   */
  public static List<Draft> withIds(JsonBody body, String name) {
    if (body.value() instanceof JsonObject object && object.get(name) instanceof JsonArray array) {
      return ofArray(array, Drafts::draftWithId);
    }
    throw Refusal.invalid("Field " + name + " must be an array of events.");
  }

  private static List<Draft> ofArray(JsonArray array, Function<JsonFields, Draft> draft) {
    if (array.isEmpty() || array.size() > MAX_EVENTS) {
      throw Refusal.invalid("An array holds 1 to " + MAX_EVENTS + " events.");
    }
    return array.stream().map(JsonFields::of).map(draft).toList();
  }

  private static Draft draftWithId(JsonFields fields) {
    fields.id("id");
    return draft(fields);
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
