package com.petstoreapi.edge.rest;

import static com.petstoreapi.edge.json.Builders.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/** Pages of what there is more of than fits into an answer. */
public final class Pages {
  private Pages() {}

  /**
   * {@code {"items":[…],"next"?}}: there is a next one when this one is full; {@code next} is the
   * cursor by which it is asked for.
   *
   * @param id the field of an item that is its id, by which they are in order
   */
  public static String byId(List<JsonObject> items, String id, int limit) {
    JsonObjectBuilder page = JSON.createObjectBuilder().add("items", array(items));
    if (items.size() == limit) {
      page.add("next", items.get(limit - 1).getString(id));
    }
    return page.build().toString();
  }

  /**
   * {@code {"items":[…],"more"}}.
   *
   * @param items one more than the limit, if there are
   */
  public static String ofLog(List<JsonObject> items, int limit) {
    boolean more = items.size() > limit;
    return JSON.createObjectBuilder()
        .add("items", array(more ? items.subList(0, limit) : items))
        .add("more", more)
        .build()
        .toString();
  }

  private static JsonArrayBuilder array(List<JsonObject> items) {
    JsonArrayBuilder array = JSON.createArrayBuilder();
    items.forEach(array::add);
    return array;
  }
}
