package com.petstoreapi.circle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RemarksTest {
  private static final String ON = "{\"on\":true}";
  private static final String OFF = "{\"on\":false}";
  private static final RemarkKind TYPING = new RemarkKind("typing", Duration.ofSeconds(6), OFF);

  private final List<Remark> told = new ArrayList<>();
  private long now;
  private final Remarks remarks = new Remarks(told::add, () -> now);
  private int rung;
  private final RemarkFeed bob = remarks.follow("chat/1", "bob", () -> rung++);

  @BeforeEach
  void typingIsKnown() {
    remarks.know(TYPING);
  }

  @Test
  void whatIsSaidIsSeenByTheOthersAtThePlaceAndToldToTheOtherNodes() {
    RemarkFeed elsewhere = remarks.follow("chat/2", "eve", () -> {});
    RemarkFeed ann = remarks.follow("chat/1", "ann", () -> {});
    remarks.say(ann(ON));

    assertThat(bob.take()).containsExactly(ann(ON));
    assertThat(rung).isEqualTo(1);
    assertThat(ann.take()).isEmpty();
    assertThat(elsewhere.take()).isEmpty();
    assertThat(told).containsExactly(ann(ON));
  }

  @Test
  void itEndsByItselfUnlessItIsSaidAgain() {
    remarks.say(ann(ON));
    bob.take();
    pass(5_000);
    remarks.say(ann(ON));
    pass(5_000);
    assertThat(bob.take()).isEmpty();
    pass(1_500);
    assertThat(bob.take()).containsExactly(ann(OFF));
  }

  @Test
  void whatAnotherNodeSaysEndsHereByItself() {
    remarks.heard(ann(ON));
    assertThat(bob.take()).containsExactly(ann(ON));
    pass(6_001);
    assertThat(bob.take()).containsExactly(ann(OFF));
    assertThat(told).isEmpty();
  }

  @Test
  void whoComesLaterSeesWhatIsThere() {
    remarks.say(ann(ON));
    assertThat(remarks.follow("chat/1", "dan", () -> {}).take()).containsExactly(ann(ON));
  }

  @Test
  void whoReadsSlowlyGetsTheLastOfEach() {
    remarks.say(ann(ON));
    remarks.say(ann(OFF));
    remarks.say(ann(ON));
    assertThat(bob.take()).containsExactly(ann(ON));
    assertThat(bob.isDue()).isFalse();
  }

  @Test
  void whatIsSaidOverAndOverIsToldToTheNodesNowAndThen() {
    for (int i = 0; i < 100; i++) {
      remarks.say(ann("{\"on\":true,\"n\":" + i + "}"));
    }
    assertThat(told).hasSize(1);
    pass(250);
    assertThat(told).hasSize(2).last().isEqualTo(ann("{\"on\":true,\"n\":99}"));
  }

  @Test
  void theEndIsToldAtOnceAndOnce() {
    remarks.say(ann(ON));
    remarks.end("chat/1", "ann", "typing");
    remarks.end("chat/1", "ann", "typing");
    assertThat(told).containsExactly(ann(ON), ann(OFF));
  }

  @Test
  void whatNobodyHereLooksAtOrUnderstandsIsPassedOver() {
    remarks.heard(new Remark("chat/9", "ann", "typing", ON));
    remarks.heard(new Remark("chat/1", "ann", "humming", ON));
    assertThat(bob.take()).isEmpty();
    assertThat(remarks.places()).isEqualTo(1);
  }

  @Test
  void aCrowdIsNotSeenWithoutEnd() {
    for (int i = 0; i < Remarks.MOST_OF_A_PLACE + 10; i++) {
      remarks.say(new Remark("chat/1", "user-" + i, "typing", ON));
    }
    assertThat(bob.take()).hasSize(Remarks.MOST_OF_A_PLACE);
  }

  @Test
  void nothingIsLeftOfAPlaceThatAllHaveLeft() {
    remarks.say(ann(ON));
    bob.close();
    pass(6_001);
    assertThat(remarks.places()).isZero();
  }

  private void pass(long millis) {
    now += TimeUnit.MILLISECONDS.toNanos(millis);
    remarks.round();
  }

  private static Remark ann(String fields) {
    return new Remark("chat/1", "ann", "typing", fields);
  }
}
