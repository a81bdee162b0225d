package com.petstoreapi.catalog;

/** Where a pet stands. */
public enum PetStatus {
  AVAILABLE,
  PENDING,
  ADOPTED
}
