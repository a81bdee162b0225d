package com.petstoreapi.care;

import com.petstoreapi.care.CareEvent.Headed;
import com.petstoreapi.care.CareEvent.Operated;
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import java.util.Optional;

/** Who may do what with a plan, and what comes of it. */
public final class CareRules {
  private CareRules() {}

  /** A plan begins; whoever begins it is its owner. */
  public static Ruling begin(String petId, Heading heading, Visitor by) {
    Keepers keepers = new Keepers(by.userId(), heading.members());
    Headed begun = new Headed(by.userId(), heading.title(), keepers);
    return new Ruling(begun.begun(petId), Optional.of(begun));
  }

  /**
   * It is called, or kept by others than, before.
   *
   * @throws Refusal {@code forbidden} for all but its owner and the staff
   */
  public static Ruling head(CarePlan plan, Heading heading, Visitor by) {
    String owner = plan.keepers().owner();
    if (!by.isStaff() && !owner.equals(by.userId())) {
      throw new Refusal(ErrorCode.FORBIDDEN, "Only its owner says who keeps a care plan.");
    }
    Keepers keepers = new Keepers(owner, heading.members());
    return Ruling.of(plan, new Headed(by.userId(), heading.title(), keepers));
  }

  /**
   * Something is done with a task.
   *
   * @throws Refusal {@code forbidden} for whoever does not keep the plan; {@code limit-reached}
   */
  public static Ruling operate(CarePlan plan, Operation operation, Visitor by) {
    if (!plan.keepers().include(by.userId())) {
      throw new Refusal(ErrorCode.FORBIDDEN, "Only those who keep this care plan change it.");
    }
    return Ruling.of(plan, new Operated(by.userId(), operation.settledIn(plan.tasks())));
  }

  /** Whether somebody may see a plan. */
  public static boolean admits(Visitor visitor, Keepers keepers) {
    return visitor.isStaff() || keepers.include(visitor.userId());
  }

  /**
   * Lets somebody see a plan.
   *
   * @throws Refusal {@code forbidden}
   */
  public static void admit(Visitor visitor, Keepers keepers) {
    if (!admits(visitor, keepers)) {
      throw new Refusal(ErrorCode.FORBIDDEN, "This care plan is kept by others.");
    }
  }
}
