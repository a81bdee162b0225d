package com.petstoreapi.catalog.rest;

import static com.petstoreapi.edge.json.Builders.JSON;

import com.petstoreapi.catalog.Order;
import com.petstoreapi.catalog.Pet;
import com.petstoreapi.catalog.Stock;
import com.petstoreapi.edge.json.Timestamps;
import com.petstoreapi.edge.rest.Pages;
import jakarta.json.JsonObject;
import java.util.List;

/** Pets, orders and stock as clients see them. */
final class CatalogJson {
  private CatalogJson() {}

  static String pet(Pet pet) {
    return petObject(pet).toString();
  }

  static String pets(List<Pet> pets, int limit) {
    return Pages.byId(pets.stream().map(CatalogJson::petObject).toList(), "id", limit);
  }

  static String order(Order order) {
    return JSON.createObjectBuilder()
        .add("id", order.id())
        .add("petId", order.petId())
        .add("userId", order.userId())
        .add("status", order.status().name())
        .add("placedAt", Timestamps.format(order.placedAt()))
        .build()
        .toString();
  }

  static String stock(Stock stock) {
    return stockObject(stock).toString();
  }

  static String stocks(List<Stock> stocks, int limit) {
    return Pages.byId(stocks.stream().map(CatalogJson::stockObject).toList(), "sku", limit);
  }

  private static JsonObject petObject(Pet pet) {
    return JSON.createObjectBuilder()
        .add("id", pet.id())
        .add("name", pet.name())
        .add("species", pet.species())
        .add("status", pet.status().name())
        .add("price", pet.price().amount())
        .add("currency", pet.price().currency())
        .build();
  }

  private static JsonObject stockObject(Stock stock) {
    return JSON.createObjectBuilder().add("sku", stock.sku()).add("stock", stock.stock()).build();
  }
}
