package com.petstoreapi.presence;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.presence.support.Client;
import com.petstoreapi.presence.support.SomeNodes;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PresenceOfNodesTest {
  private static final String PLACE = "chat/019b4132";

  private final SomeNodes nodes = new SomeNodes(SomeNodes.AS_SHIPPED);
  private final Presence here = nodes.start("here");
  private final Presence there = nodes.start("there");

  @Test
  void peopleSeeEachOtherWhateverNodeTheyAreOn() {
    here.enter(PLACE, "ann");
    there.enter(PLACE, "bob");
    nodes.passSeconds(1);
    assertThat(here.of(PLACE).users()).containsExactly("ann", "bob");
    assertThat(there.of(PLACE).users()).containsExactly("ann", "bob");
    assertThat(here.people()).isEqualTo(1);
    assertThat(here.nodes()).isEqualTo(1);
  }

  @Test
  void whoIsOnBothNodesIsHereOnceAndUntilHeHasLeftBoth() {
    Stay one = here.enter(PLACE, "ann");
    Stay other = there.enter(PLACE, "ann");
    nodes.passSeconds(1);
    assertThat(here.of(PLACE).count()).isEqualTo(1);
    one.leave();
    nodes.passSeconds(30);
    assertThat(here.of(PLACE).isHere("ann")).isTrue();
    other.leave();
    nodes.passSeconds(12);
    assertThat(here.of(PLACE).count()).isZero();
    assertThat(there.of(PLACE).count()).isZero();
  }

  @Test
  void whoMovesToAnotherNodeHasNeverLeft() {
    Client bob = new Client(there, PLACE);
    Stay before = here.enter(PLACE, "ann");
    nodes.passSeconds(1);
    bob.look();
    before.leave();
    nodes.passSeconds(9);
    there.enter(PLACE, "ann");
    nodes.passSeconds(60);
    assertThat(bob.look()).isFalse();
    assertThat(bob.names()).containsExactly("ann");
  }

  @Test
  void peopleStayAsLongAsTheirNodeIsHeard() {
    here.enter(PLACE, "ann");
    nodes.passSeconds(600);
    assertThat(there.of(PLACE).users()).containsExactly("ann");
  }

  @Test
  void thePeopleOfAKilledNodeAreGoneWithinThirtySeconds() {
    here.enter(PLACE, "ann");
    nodes.passSeconds(35);
    nodes.kill("here");
    nodes.passSeconds(10);
    assertThat(there.of(PLACE).isHere("ann")).isTrue();
    nodes.passSeconds(19);
    assertThat(there.of(PLACE).isHere("ann")).isFalse();
    assertThat(there.nodes()).isZero();
    assertThat(there.places()).isZero();
  }

  @Test
  void whoComesBackElsewhereAfterAKillHasNeverLeft() {
    Client bob = new Client(there, PLACE);
    here.enter(PLACE, "ann");
    nodes.passSeconds(1);
    bob.look();
    nodes.kill("here");
    nodes.passSeconds(9);
    there.enter(PLACE, "ann");
    nodes.passSeconds(60);
    assertThat(bob.look()).isFalse();
  }

  @Test
  void thePeopleOfANodeThatStopsHaveTheUsualTimeToComeBack() {
    Client bob = new Client(there, PLACE);
    here.enter(PLACE, "ann");
    here.enter(PLACE, "cid");
    nodes.passSeconds(1);
    bob.look();
    here.stop();
    nodes.passSeconds(9);
    there.enter(PLACE, "ann");
    assertThat(bob.look()).isFalse();
    assertThat(there.nodes()).isZero();
    nodes.passSeconds(3);
    bob.look();
    assertThat(bob.last().join()).isEmpty();
    assertThat(bob.last().leave()).containsExactly("cid");
  }

  @Test
  void whatANodeHasSaidBeforeItStoppedIsNotBelievedAfterwards() {
    here.enter(PLACE, "ann");
    nodes.passSeconds(1);
    here.stop();
    there.heard(new Report("here", false, false, there(PLACE, "ann"), List.of()));
    nodes.passSeconds(11);
    assertThat(there.of(PLACE).isHere("ann")).isFalse();
  }

  @Test
  void aNodeThatStartsIsToldSoonWhoIsAtTheOthers() {
    here.enter(PLACE, "ann");
    nodes.passSeconds(13);
    Presence late = nodes.start("late");
    nodes.passSeconds(2);
    assertThat(late.of(PLACE).users()).containsExactly("ann");
    assertThat(late.nodes()).isEqualTo(2);
  }

  @Test
  void whatWasNotHeardIsMadeGoodByTheNextRenewals() {
    Stay left = here.enter(PLACE, "ann");
    nodes.passSeconds(1);
    nodes.deafen(true);
    here.enter(PLACE, "bob");
    left.leave();
    nodes.passSeconds(12);
    assertThat(here.of(PLACE).users()).containsExactly("bob");
    assertThat(there.of(PLACE).users()).containsExactly("ann");
    nodes.deafen(false);
    nodes.passSeconds(10);
    assertThat(there.of(PLACE).isHere("bob")).isTrue();
    nodes.passSeconds(20);
    assertThat(there.of(PLACE).users()).containsExactly("bob");
  }

  @Test
  void aNodeIsToldAtMostOnceASecondAndManyPeopleInPieces() {
    nodes.passSeconds(2);
    int before = nodes.told().size();
    for (int i = 0; i < 1_200; i++) {
      here.enter(PLACE, "user-" + i);
    }
    nodes.pass(Duration.ofMillis(800));
    assertThat(nodes.told().subList(before, nodes.told().size()))
        .extracting(report -> report.here().size())
        .containsExactly(500, 500, 200);
    assertThat(there.of(PLACE).count()).isEqualTo(1_200);
  }

  @Test
  void nothingIsSaidOfWhatDoesNotChangeButTheRenewals() {
    here.enter(PLACE, "ann");
    nodes.passSeconds(5);
    int before = nodes.told().size();
    nodes.passSeconds(60);
    assertThat(nodes.told().size() - before).isBetween(10, 13); // both nodes, each ten seconds
  }

  @Test
  void aNodeByItselfAsksForOthersOnlyAtItsBeginning() {
    SomeNodes single = new SomeNodes(SomeNodes.AS_SHIPPED);
    single.start("only");
    single.passSeconds(120);
    assertThat(single.told()).filteredOn(Report::asks).hasSizeBetween(5, 10);
    assertThat(single.told().get(single.told().size() - 1).asks()).isFalse();
  }

  private static List<Visit> there(String place, String user) {
    return List.of(new Visit(place, user));
  }
}
