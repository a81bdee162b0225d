package com.petstoreapi.catalog.store;

import com.petstoreapi.catalog.Order;
import com.petstoreapi.catalog.Pet;
import com.petstoreapi.catalog.PetStatus;
import com.petstoreapi.catalog.Stock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;

/**
 * Pets, orders and stock in the database. Within a transaction of the journal its changes are part
 * of that transaction.
 */
@ApplicationScoped
public class CatalogStore {
  @PersistenceContext(unitName = "catalog")
  private EntityManager entities;

  public Optional<Pet> pet(String id) {
    return Optional.ofNullable(entities.find(PetRow.class, id)).map(PetRow::pet);
  }

  /** Pets by id, after the cursor; of one status if one is given. */
  public List<Pet> pets(Optional<PetStatus> status, String cursor, int limit) {
    String condition = status.isPresent() ? " AND p.status = :status" : "";
    TypedQuery<PetRow> query =
        entities.createQuery(
            "SELECT p FROM PetRow p WHERE p.id > :cursor" + condition + " ORDER BY p.id",
            PetRow.class);
    query.setParameter("cursor", cursor).setMaxResults(limit);
    status.ifPresent(value -> query.setParameter("status", value));
    return query.getResultList().stream().map(PetRow::pet).toList();
  }

  /** Inserts or updates. */
  public void save(Pet pet) {
    PetRow row = entities.find(PetRow.class, pet.id());
    if (row == null) {
      entities.persist(new PetRow(pet));
    } else {
      row.take(pet);
    }
    entities.flush();
  }

  public Optional<Order> order(String id) {
    return Optional.ofNullable(entities.find(OrderRow.class, id)).map(OrderRow::order);
  }

  /** Inserts or updates. */
  public void save(Order order) {
    OrderRow row = entities.find(OrderRow.class, order.id());
    if (row == null) {
      entities.persist(new OrderRow(order));
    } else {
      row.take(order);
    }
    entities.flush();
  }

  public Optional<Stock> stock(String sku) {
    return Optional.ofNullable(entities.find(StockRow.class, sku)).map(StockRow::stock);
  }

  /** Articles by number, after the cursor. */
  public List<Stock> stocks(String cursor, int limit) {
    return entities
        .createQuery(
            "SELECT s FROM StockRow s WHERE s.sku > :cursor ORDER BY s.sku", StockRow.class)
        .setParameter("cursor", cursor)
        .setMaxResults(limit)
        .getResultList()
        .stream()
        .map(StockRow::stock)
        .toList();
  }

  /** Inserts or updates. */
  public void save(Stock stock) {
    StockRow row = entities.find(StockRow.class, stock.sku());
    if (row == null) {
      entities.persist(new StockRow(stock));
    } else {
      row.take(stock);
    }
    entities.flush();
  }
}
