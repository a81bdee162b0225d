package com.petstoreapi.catalog.rest;

import com.petstoreapi.catalog.Order;
import com.petstoreapi.catalog.Pet;
import com.petstoreapi.catalog.Stock;
import com.petstoreapi.edge.json.Timestamps;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/** Pets, orders and stock as clients see them. */
final class CatalogJson {
  private CatalogJson() {}

  static String pet(Pet pet) {
    return petObject(pet).build().toString();
  }

  /** A page; {@code next} is the cursor of the page after it, and missing on the last. */
  static String pets(List<Pet> pets, int limit) {
    JsonArrayBuilder items = Json.createArrayBuilder();
    pets.forEach(pet -> items.add(petObject(pet)));
    JsonObjectBuilder page = Json.createObjectBuilder().add("items", items);
    if (pets.size() == limit) {
      page.add("next", pets.get(limit - 1).id());
    }
    return page.build().toString();
  }

  static String order(Order order) {
    return Json.createObjectBuilder()
        .add("id", order.id())
        .add("petId", order.petId())
        .add("userId", order.userId())
        .add("status", order.status().name())
        .add("placedAt", Timestamps.format(order.placedAt()))
        .build()
        .toString();
  }

  static String stock(Stock stock) {
    return Json.createObjectBuilder()
        .add("sku", stock.sku())
        .add("stock", stock.stock())
        .build()
        .toString();
  }

  private static JsonObjectBuilder petObject(Pet pet) {
    return Json.createObjectBuilder()
        .add("id", pet.id())
        .add("name", pet.name())
        .add("species", pet.species())
        .add("status", pet.status().name())
        .add("price", pet.price().amount())
        .add("currency", pet.price().currency());
  }
}
