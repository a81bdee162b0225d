package com.petstoreapi.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class CareRulesTest {
  private static final Visitor ANN = new Visitor("ann", false);
  private static final Visitor BOB = new Visitor("bob", false);
  private static final Visitor EVE = new Visitor("eve", false);
  private static final Visitor SUE = new Visitor("sue", true);
  private static final Heading REX = new Heading("Rex", List.of("bob"));
  private static final Operation ADD = new Operation.Add("a", "Walk", new Place.Last());

  private final CarePlan plan = CareRules.begin("rex", REX, ANN).plan();

  @Test
  void whoBeginsAPlanOwnsIt() {
    assertThat(plan.keepers()).isEqualTo(new Keepers("ann", List.of("bob")));
    assertThat(plan.tasks()).isEqualTo(Tasks.NONE);
  }

  @Test
  void itsOwnerAndTheStaffSayWhoKeepsIt() {
    Heading others = new Heading("Rex the dog", List.of("cid"));
    assertThat(CareRules.head(plan, others, ANN).plan().keepers().include("cid")).isTrue();
    Ruling bySue = CareRules.head(plan, others, SUE);
    assertThat(bySue.plan().keepers()).isEqualTo(new Keepers("ann", List.of("cid")));
    assertThat(bySue.plan().title()).isEqualTo("Rex the dog");
    assertForbidden(() -> CareRules.head(plan, others, BOB));
    assertForbidden(() -> CareRules.head(plan, others, EVE));
  }

  @Test
  void theSameHeadingAgainChangesNothing() {
    assertThat(CareRules.head(plan, REX, ANN)).isEqualTo(Ruling.unchanged(plan));
  }

  @Test
  void thoseWhoKeepItDoThingsWithItsTasks() {
    assertThat(CareRules.operate(plan, ADD, ANN).plan().tasks().find("a")).isPresent();
    assertThat(CareRules.operate(plan, ADD, BOB).event().orElseThrow().from()).isEqualTo("bob");
    assertForbidden(() -> CareRules.operate(plan, ADD, EVE));
    assertForbidden(() -> CareRules.operate(plan, ADD, SUE));
  }

  @Test
  void whatHasNoEffectIsNoEvent() {
    Ruling ruling = CareRules.operate(plan, new Operation.Remove("gone"), ANN);
    assertThat(ruling).isEqualTo(Ruling.unchanged(plan));
  }

  @Test
  void strangersDoNotSeeIt() {
    CareRules.admit(BOB, plan.keepers());
    CareRules.admit(SUE, plan.keepers());
    assertForbidden(() -> CareRules.admit(EVE, plan.keepers()));
  }

  private static void assertForbidden(ThrowingCallable attempt) {
    assertThatThrownBy(attempt)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.FORBIDDEN));
  }
}
