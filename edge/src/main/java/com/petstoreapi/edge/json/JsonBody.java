package com.petstoreapi.edge.json;

import jakarta.json.JsonValue;

/**
 * A request's body: JSON in UTF-8, bounded by {@code petstore.quota.body-kibibytes}. No body at all
 * counts as an object without fields.
 *
 * @param text the body as it came
 * @param value what it says
 */
public record JsonBody(String text, JsonValue value) {
  /** The fields of the object that the body must be. */
  public JsonFields fields() {
    return JsonFields.of(value);
  }
}
