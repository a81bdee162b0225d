package com.petstoreapi.auction.watch.rest;

import com.petstoreapi.auction.watch.Watch;
import com.petstoreapi.edge.json.Timestamps;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;

/** Watches as their user sees them. */
final class WatchJson {
  private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

  private WatchJson() {}

  static String watch(Watch watch) {
    return object(watch).build().toString();
  }

  /** A page; {@code next} is the cursor of the page after it, and missing on the last. */
  static String page(List<Watch> watches, int limit) {
    JsonArrayBuilder items = JSON.createArrayBuilder();
    watches.forEach(watch -> items.add(object(watch)));
    JsonObjectBuilder page = JSON.createObjectBuilder().add("items", items);
    if (watches.size() == limit) {
      page.add("next", watches.get(limit - 1).petId());
    }
    return page.build().toString();
  }

  private static JsonObjectBuilder object(Watch watch) {
    return JSON.createObjectBuilder()
        .add("petId", watch.petId())
        .add("since", Timestamps.format(watch.since()));
  }
}
