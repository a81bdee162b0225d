package com.petstoreapi.catalog.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.catalog.Order;
import com.petstoreapi.catalog.OrderStatus;
import com.petstoreapi.catalog.Pet;
import com.petstoreapi.catalog.PetStatus;
import com.petstoreapi.catalog.Stock;
import com.petstoreapi.realtime.value.Money;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogJsonTest {
  private static final Pet REX =
      new Pet("rex", "Rex", "dog", PetStatus.PENDING, new Money(12_50, "USD"));
  private static final String REX_JSON =
      "{\"id\":\"rex\",\"name\":\"Rex\",\"species\":\"dog\",\"status\":\"PENDING\","
          + "\"price\":12.50,\"currency\":\"USD\"}";

  @Test
  void showsAPet() {
    assertThat(CatalogJson.pet(REX)).isEqualTo(REX_JSON);
  }

  @Test
  void aFullPageTellsWhereTheNextBegins() {
    assertThat(CatalogJson.pets(List.of(REX), 1))
        .isEqualTo("{\"items\":[" + REX_JSON + "],\"next\":\"rex\"}");
  }

  @Test
  void theLastPageTellsOfNoNext() {
    assertThat(CatalogJson.pets(List.of(REX), 2)).isEqualTo("{\"items\":[" + REX_JSON + "]}");
    assertThat(CatalogJson.pets(List.of(), 2)).isEqualTo("{\"items\":[]}");
  }

  @Test
  void showsAnOrder() {
    Instant placedAt = Instant.parse("2026-03-01T12:00:00Z");
    assertThat(CatalogJson.order(new Order("o", "rex", "ann", OrderStatus.PLACED, placedAt)))
        .isEqualTo(
            "{\"id\":\"o\",\"petId\":\"rex\",\"userId\":\"ann\",\"status\":\"PLACED\","
                + "\"placedAt\":\"2026-03-01T12:00:00.000Z\"}");
  }

  @Test
  void showsStock() {
    assertThat(CatalogJson.stock(new Stock("hay", 7))).isEqualTo("{\"sku\":\"hay\",\"stock\":7}");
  }
}
