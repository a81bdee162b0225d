package com.petstoreapi.systemtests.contract;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;

/**
 * Schemas that admit no field which they do not name. Clients have to admit such fields, so that
 * new ones may come; the tests must not, so that none comes without a word in the document.
 */
final class ClosedSchemas {
  private ClosedSchemas() {}

  /** The schema, closed, with what it refers to. */
  static JsonObject close(JsonValue schema, JsonObject document) {
    JsonObject components = document.getJsonObject("components");
    JsonObjectBuilder schemas = Json.createObjectBuilder();
    components
        .getJsonObject("schemas")
        .forEach((name, component) -> schemas.add(name, close(component, false)));
    return Json.createObjectBuilder(close(schema, true).asJsonObject())
        .add("components", Json.createObjectBuilder().add("schemas", schemas))
        .build();
  }

  /**
   * @param whole whether nobody adds fields to what it names; a component is closed where it is
   *     used, and the parts of an {@code allOf} together
   */
  private static JsonValue close(JsonValue schema, boolean whole) {
    if (!(schema instanceof JsonObject object)) {
      return schema;
    }
    JsonObjectBuilder closed = Json.createObjectBuilder();
    object.forEach((keyword, value) -> closed.add(keyword, within(keyword, value)));
    if (whole && namesFields(object)) {
      closed.add("unevaluatedProperties", false);
    }
    return closed.build();
  }

  private static JsonValue within(String keyword, JsonValue value) {
    return switch (keyword) {
      case "properties" -> closeMembers(value.asJsonObject());
      case "items", "additionalProperties" -> close(value, true);
      case "oneOf", "anyOf" -> closeAll(value.asJsonArray(), true);
      case "allOf" -> closeAll(value.asJsonArray(), false);
      default -> value;
    };
  }

  private static JsonObject closeMembers(JsonObject properties) {
    JsonObjectBuilder closed = Json.createObjectBuilder();
    properties.forEach((name, schema) -> closed.add(name, close(schema, true)));
    return closed.build();
  }

  private static JsonArray closeAll(JsonArray schemas, boolean whole) {
    JsonArrayBuilder closed = Json.createArrayBuilder();
    schemas.forEach(schema -> closed.add(close(schema, whole)));
    return closed.build();
  }

  private static boolean namesFields(JsonObject schema) {
    boolean names =
        schema.containsKey("properties")
            || schema.containsKey("$ref")
            || schema.containsKey("allOf");
    return names && !schema.containsKey("additionalProperties");
  }
}
