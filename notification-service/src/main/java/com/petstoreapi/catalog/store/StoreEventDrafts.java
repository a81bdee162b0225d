package com.petstoreapi.catalog.store;

import static com.petstoreapi.edge.json.Builders.JSON;

import com.petstoreapi.catalog.StoreEvent;
import com.petstoreapi.edge.json.Timestamps;
import com.petstoreapi.realtime.journal.Audience;
import com.petstoreapi.realtime.journal.Draft;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;

/** The store's events as the journal holds them. */
final class StoreEventDrafts {
  private StoreEventDrafts() {}

  static Draft draft(StoreEvent event, Instant at) {
    if (event instanceof StoreEvent.Adoption adoption) {
      return draft(adoption, at);
    }
    if (event instanceof StoreEvent.StatusChange change) {
      return draft(change, at);
    }
    if (event instanceof StoreEvent.PriceChange change) {
      return draft(change, at);
    }
    if (event instanceof StoreEvent.Inventory inventory) {
      return draft(inventory, at);
    }
    return draft((StoreEvent.OrderChange) event, at);
  }

  private static Draft draft(StoreEvent.Adoption adoption, Instant at) {
    JsonObjectBuilder data =
        JSON.createObjectBuilder()
            .add("petId", adoption.petId())
            .add("userId", adoption.userId())
            .add("petName", adoption.petName());
    return draft("adoption", Audience.EVERYONE, adoption.petId(), data, at);
  }

  private static Draft draft(StoreEvent.StatusChange change, Instant at) {
    JsonObjectBuilder data =
        JSON.createObjectBuilder()
            .add("petId", change.petId())
            .add("status", change.status().name());
    change.oldStatus().ifPresent(old -> data.add("oldStatus", old.name()));
    return draft("status-change", Audience.EVERYONE, change.petId(), data, at);
  }

  private static Draft draft(StoreEvent.PriceChange change, Instant at) {
    JsonObjectBuilder data =
        JSON.createObjectBuilder()
            .add("petId", change.petId())
            .add("price", change.price().amount())
            .add("oldPrice", change.oldPrice().amount())
            .add("currency", change.price().currency());
    return draft("price-change", Audience.EVERYONE, change.petId(), data, at);
  }

  private static Draft draft(StoreEvent.Inventory inventory, Instant at) {
    JsonObjectBuilder data =
        JSON.createObjectBuilder().add("sku", inventory.sku()).add("stock", inventory.stock());
    return draft("inventory", Audience.EVERYONE, "", data, at);
  }

  private static Draft draft(StoreEvent.OrderChange change, Instant at) {
    JsonObjectBuilder data =
        JSON.createObjectBuilder()
            .add("orderId", change.order().id())
            .add("petId", change.order().petId())
            .add("userId", change.order().userId())
            .add("status", change.order().status().name());
    change.oldStatus().ifPresent(old -> data.add("oldStatus", old.name()));
    return draft("order", Audience.only(change.order().userId()), change.order().petId(), data, at);
  }

  private static Draft draft(
      String type, Audience audience, String subject, JsonObjectBuilder data, Instant at) {
    String json = data.add("at", Timestamps.format(at)).build().toString();
    return new Draft(type, audience, subject, json);
  }
}
