package com.petstoreapi.care.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.petstoreapi.care.CareEvent;
import com.petstoreapi.care.CareEvent.Headed;
import com.petstoreapi.care.CareEvent.Operated;
import com.petstoreapi.care.CarePlan;
import com.petstoreapi.care.CarePlans;
import com.petstoreapi.care.Keepers;
import com.petstoreapi.care.Operation;
import com.petstoreapi.care.PlanAt;
import com.petstoreapi.care.Tasks;
import com.petstoreapi.care.Visitor;
import com.petstoreapi.care.json.CareEventJson;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.journal.Draft;
import com.petstoreapi.realtime.journal.Event;
import com.petstoreapi.realtime.journal.Position;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class CareStoryTest {
  private static final Keepers WITH_BOB = new Keepers("ann", List.of("bob"));
  private static final Keepers WITHOUT_BOB = new Keepers("ann", List.of());
  private static final Event REMOVED = event(new Headed("ann", "Rex", WITHOUT_BOB));

  private final OnePlan plans = new OnePlan();

  @Test
  void beginsWithThePlanAsItStands() {
    assertThat(story("bob", false).opening().message())
        .startsWith("{\"type\":\"snapshot\",\"plan\":{\"petId\":\"rex\"")
        .endsWith("\"position\":\"7-k3f9\"}");
    assertThat(story("bob", false).opening().position()).isEqualTo(new Position(7, "k3f9"));
  }

  @Test
  void endsForHimWhoIsTakenOffThePlan() {
    plans.keepers = WITHOUT_BOB;
    assertThat(story("bob", false).dismisses(REMOVED)).isTrue();
    assertThat(story("ann", false).dismisses(REMOVED)).isFalse();
    assertThat(story("sue", true).dismisses(REMOVED)).isFalse();
  }

  @Test
  void endsForStaffWhoAreSoNoLonger() {
    AtomicReference<Visitor> now = new AtomicReference<>(new Visitor("sue", true));
    CareStory story = new CareStory(plans, "rex", now::get);
    assertThat(story.dismisses(REMOVED)).isFalse();
    now.set(new Visitor("sue", false));
    assertThat(story.dismisses(REMOVED)).isTrue();
    assertThatThrownBy(story::admitted).isInstanceOf(Refusal.class);
  }

  @Test
  void goesOnForHimWhoHasBeenTakenBackSince() {
    plans.keepers = WITH_BOB;
    assertThat(story("bob", false).dismisses(REMOVED)).isFalse();
  }

  @Test
  void goesOnWhateverIsDoneWithTheTasks() {
    plans.keepers = WITHOUT_BOB;
    Event operated = event(new Operated("ann", new Operation.Remove("a")));
    assertThat(story("bob", false).dismisses(operated)).isFalse();
  }

  @Test
  void isNotBegunForStrangers() {
    assertThat(story("bob", false).admitted()).isNotNull();
    assertThatThrownBy(() -> story("eve", false).admitted()).isInstanceOf(Refusal.class);
  }

  private CareStory story(String user, boolean isStaff) {
    return new CareStory(plans, "rex", () -> new Visitor(user, isStaff));
  }

  private static Event event(CareEvent happened) {
    Draft draft = CareEventJson.draft(happened, Instant.EPOCH);
    return new Event(1, Instant.EPOCH, draft.type(), draft.audience(), "", draft.data());
  }

  private static final class OnePlan implements CarePlans {
    private Keepers keepers = WITH_BOB;

    @Override
    public Optional<PlanAt> find(String petId) {
      CarePlan plan = new CarePlan(petId, "Rex", keepers, Tasks.NONE);
      return Optional.of(new PlanAt(plan, new Position(7, "k3f9")));
    }

    @Override
    public Optional<Keepers> keepers(String petId) {
      return Optional.of(keepers);
    }

    @Override
    public int ownedBy(String userId) {
      return 1;
    }
  }
}
