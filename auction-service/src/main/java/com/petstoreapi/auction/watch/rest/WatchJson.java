package com.petstoreapi.auction.watch.rest;

import static com.petstoreapi.edge.json.Builders.JSON;

import com.petstoreapi.auction.watch.Watch;
import com.petstoreapi.edge.json.Timestamps;
import com.petstoreapi.edge.rest.Pages;
import jakarta.json.JsonObject;
import java.util.List;

/** Watches as their user sees them. */
final class WatchJson {
  private WatchJson() {}

  static String watch(Watch watch) {
    return object(watch).toString();
  }

  static String page(List<Watch> watches, int limit) {
    return Pages.byId(watches.stream().map(WatchJson::object).toList(), "petId", limit);
  }

  private static JsonObject object(Watch watch) {
    return JSON.createObjectBuilder()
        .add("petId", watch.petId())
        .add("since", Timestamps.format(watch.since()))
        .build();
  }
}
