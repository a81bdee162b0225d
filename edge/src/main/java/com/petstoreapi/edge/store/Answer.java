package com.petstoreapi.edge.store;

import static com.petstoreapi.edge.json.Builders.JSON;

import com.petstoreapi.edge.json.JsonText;
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.Map;

/**
 * The first answer to a request.
 *
 * @param refusal the name of the {@link ErrorCode}; empty when it was not refused
 */
record Answer(String refusal, String json) {
  static Answer of(String json) {
    return new Answer("", json);
  }

  static Answer of(Refusal refusal) {
    return new Answer(refusal.code().name(), encode(refusal));
  }

  String repeat() {
    if (refusal.isEmpty()) {
      return json;
    }
    JsonObject object = JsonText.parse(json).asJsonObject();
    Map<String, Object> members = new HashMap<>();
    object.getJsonObject("members").forEach((name, value) -> members.put(name, plain(value)));
    throw new Refusal(ErrorCode.valueOf(refusal), object.getString("detail"), members);
  }

  private static Object plain(JsonValue value) {
    if (value instanceof JsonString text) {
      return text.getString();
    }
    return value instanceof JsonNumber number ? number.bigDecimalValue() : value == JsonValue.TRUE;
  }

  private static String encode(Refusal refusal) {
    JsonObjectBuilder members = JSON.createObjectBuilder();
    refusal.members().forEach((name, value) -> members.add(name, JsonText.value(value)));
    return JSON.createObjectBuilder()
        .add("detail", refusal.detail())
        .add("members", members)
        .build()
        .toString();
  }
}
