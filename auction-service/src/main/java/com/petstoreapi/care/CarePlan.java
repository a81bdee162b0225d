package com.petstoreapi.care;

import java.util.Objects;

/** What is to be done for a pet, and by whom it is kept. */
public record CarePlan(String petId, String title, Keepers keepers, Tasks tasks) {
  public static final int MOST_TITLE = 120;

  /** So many plans a user may begin. */
  public static final int MOST_OWNED = 100;

  public CarePlan {
    Objects.requireNonNull(petId);
    Objects.requireNonNull(title);
    Objects.requireNonNull(keepers);
    Objects.requireNonNull(tasks);
  }

  /** The stream on which it happens. */
  public static String streamOf(String petId) {
    return "care/" + petId;
  }

  CarePlan with(Tasks others) {
    return new CarePlan(petId, title, keepers, others);
  }
}
