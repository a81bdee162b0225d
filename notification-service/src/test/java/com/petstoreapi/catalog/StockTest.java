package com.petstoreapi.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StockTest {
  @Test
  void tellsTheFirstCount() {
    assertThat(Stock.counted("hay", 0).events())
        .containsExactly(new StoreEvent.Inventory("hay", 0));
  }

  @Test
  void tellsAnotherCount() {
    Change<Stock> change = new Stock("hay", 60).recounted(59);
    assertThat(change.after()).isEqualTo(new Stock("hay", 59));
    assertThat(change.events()).containsExactly(new StoreEvent.Inventory("hay", 59));
  }

  @Test
  void tellsNothingWhenTheCountIsTheSame() {
    assertThat(new Stock("hay", 60).recounted(60)).isEqualTo(Change.none(new Stock("hay", 60)));
  }
}
