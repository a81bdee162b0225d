package com.petstoreapi.care;

import java.util.Optional;

/**
 * What the rules decided.
 *
 * @param plan as it stands from now on
 * @param event what has made it so; empty where there was nothing to do
 */
public record Ruling(CarePlan plan, Optional<CareEvent> event) {
  static Ruling unchanged(CarePlan plan) {
    return new Ruling(plan, Optional.empty());
  }

  static Ruling of(CarePlan plan, CareEvent event) {
    CarePlan after = event.appliedTo(plan);
    return after.equals(plan) ? unchanged(plan) : new Ruling(after, Optional.of(event));
  }
}
