package com.petstoreapi.catalog.store;

import com.petstoreapi.catalog.Order;
import com.petstoreapi.catalog.OrderStatus;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** A row of table {@code pet_order}. */
@Entity
@Table(name = "pet_order")
public class OrderRow {
  @Id private String id;

  @Column(name = "pet_id")
  private String petId;

  @Column(name = "user_id")
  private String userId;

  @Enumerated(EnumType.STRING)
  private OrderStatus status;

  @Column(name = "placed_at")
  private OffsetDateTime placedAt;

  protected OrderRow() {}

  OrderRow(Order order) {
    this.id = order.id();
    this.petId = order.petId();
    this.userId = order.userId();
    this.placedAt = order.placedAt().atOffset(ZoneOffset.UTC);
    take(order);
  }

  Order order() {
    return new Order(id, petId, userId, status, placedAt.toInstant());
  }

  /** Takes over what may change. */
  final void take(Order order) {
    status = order.status();
  }
}
