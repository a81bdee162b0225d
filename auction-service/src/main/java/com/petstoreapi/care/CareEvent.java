package com.petstoreapi.care;

import com.petstoreapi.realtime.failure.Refusal;

/**
 * What happened in a plan. The plan is what its events have made of it, from the first on: whoever
 * goes through them in their order has the same.
 */
public sealed interface CareEvent {
  /** The user who did it. */
  String from();

  /**
   * What it makes of the plan.
   *
   * @throws Refusal {@code limit-reached}, if it has not happened yet
   */
  CarePlan appliedTo(CarePlan plan);

  /** It was begun, or is called or kept by others than before. */
  record Headed(String from, String title, Keepers keepers) implements CareEvent {
    /** The plan as it begins. */
    public CarePlan begun(String petId) {
      return new CarePlan(petId, title, keepers, Tasks.NONE);
    }

    @Override
    public CarePlan appliedTo(CarePlan plan) {
      return new CarePlan(plan.petId(), title, keepers, plan.tasks());
    }
  }

  /** Something was done with a task. */
  record Operated(String from, Operation operation) implements CareEvent {
    @Override
    public CarePlan appliedTo(CarePlan plan) {
      return plan.with(operation.appliedTo(plan.tasks()));
    }
  }
}
