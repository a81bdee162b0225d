package com.petstoreapi.notification.platform;

import com.petstoreapi.catalog.Pet;
import com.petstoreapi.catalog.PetStatus;
import com.petstoreapi.catalog.Stock;
import com.petstoreapi.catalog.store.CatalogStore;
import com.petstoreapi.edge.runtime.StartUp;
import com.petstoreapi.edge.settings.SettingsReader;
import com.petstoreapi.realtime.journal.jdbc.Transactions;
import com.petstoreapi.realtime.value.Money;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** A small store to look at, where {@code petstore.seed} is set and there are no pets yet. */
@ApplicationScoped
public class SeedData {
  private static final List<Pet> PETS =
      List.of(
          pet("019b4127", "Luna", "cat", 180_00),
          pet("019b4132", "Rex", "dog", 250_00),
          pet("019b4133", "Mochi", "rabbit", 45_00),
          pet("019b4134", "Kiwi", "parrot", 320_00),
          pet("019b4135", "Pepper", "dog", 210_00),
          pet("019b4136", "Nemo", "fish", 12_50),
          pet("019b4137", "Olive", "cat", 150_00),
          pet("019b4138", "Biscuit", "hamster", 18_00),
          pet("019b4139", "Shelly", "tortoise", 95_00),
          pet("019b4140", "Apollo", "horse", 4_800_00),
          pet("019b4141", "Ziggy", "gecko", 65_00),
          pet("019b4142", "Poppy", "guinea pig", 28_00));

  private static final List<Stock> STOCK =
      List.of(new Stock("kibble-2kg", 120), new Stock("hay-1kg", 60), new Stock("leash-red", 35));

  void plant(
      @Observes @Priority(StartUp.AFTER_SCHEMA) @Initialized(ApplicationScoped.class) Object event,
      SettingsReader settings,
      Transactions transactions,
      CatalogStore store)
      throws SQLException {
    if (settings.truth("petstore.seed", false) && store.pets(Optional.empty(), "", 1).isEmpty()) {
      transactions.inTransaction(
          connection -> {
            PETS.forEach(store::save);
            STOCK.forEach(store::save);
            return null;
          });
    }
  }

  private static Pet pet(String id, String name, String species, long price) {
    return new Pet(id, name, species, PetStatus.AVAILABLE, new Money(price, "USD"));
  }
}
