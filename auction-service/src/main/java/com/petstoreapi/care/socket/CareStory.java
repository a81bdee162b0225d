package com.petstoreapi.care.socket;

import static com.petstoreapi.edge.json.Builders.JSON;

import com.petstoreapi.care.CarePlans;
import com.petstoreapi.care.CareRules;
import com.petstoreapi.care.PlanAt;
import com.petstoreapi.care.Visitor;
import com.petstoreapi.care.json.CareEventJson;
import com.petstoreapi.care.json.PlanJson;
import com.petstoreapi.circle.socket.Story;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.journal.Event;
import java.util.function.Supplier;

/** A plan as somebody is told who may see it. */
final class CareStory implements Story {
  private final CarePlans plans;
  private final String petId;
  private final Supplier<Visitor> visitor;

  /**
   * @param visitor who it is, in the roles that he has by then; never blocks
   */
  CareStory(CarePlans plans, String petId, Supplier<Visitor> visitor) {
    this.plans = plans;
    this.petId = petId;
    this.visitor = visitor;
  }

  /** The same, if he may see it now. */
  CareStory admitted() {
    CareRules.admit(visitor.get(), plans.keepers(petId).orElseThrow(CareStory::gone));
    return this;
  }

  @Override
  public String idField() {
    return "petId";
  }

  @Override
  public String id() {
    return petId;
  }

  @Override
  public Opening opening() {
    PlanAt found = plans.find(petId).orElseThrow(CareStory::gone);
    String message =
        JSON.createObjectBuilder()
            .add("type", "snapshot")
            .add("plan", PlanJson.state(found))
            .add("position", found.position().toString())
            .build()
            .toString();
    return new Opening(message, found.position());
  }

  @Override
  public boolean dismisses(Event event) {
    return event.type().equals(CareEventJson.PLAN)
        && !CareRules.admits(visitor.get(), CareEventJson.keepers(event))
        && !CareRules.admits(visitor.get(), plans.keepers(petId).orElseThrow(CareStory::gone));
  }

  private static Refusal gone() {
    return Refusal.notFound("There is no care plan for this pet.");
  }
}
