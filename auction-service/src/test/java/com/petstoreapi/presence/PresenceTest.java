package com.petstoreapi.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.petstoreapi.presence.support.Client;
import com.petstoreapi.presence.support.SomeNodes;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PresenceTest {
  private static final String PLACE = "auction/rex";

  private final SomeNodes nodes = new SomeNodes(SomeNodes.AS_SHIPPED);
  private final Presence presence = nodes.start("one");

  @Test
  void nobodyIsAtAPlaceThatNobodyHasEntered() {
    assertThat(presence.of(PLACE).count()).isZero();
    assertThat(presence.of(PLACE).users()).isEmpty();
    assertThat(presence.of(PLACE).isHere("ann")).isFalse();
    assertThat(presence.places()).isZero();
  }

  @Test
  void allWhoAskWhileNothingChangesShareOneRoster() {
    presence.enter(PLACE, "ann");
    Roster first = presence.of(PLACE);
    presence.enter(PLACE, "ann");
    assertThat(presence.of(PLACE)).isSameAs(first);
    presence.enter(PLACE, "bob");
    assertThat(presence.of(PLACE).users()).containsExactly("ann", "bob");
    assertThat(first.users()).containsExactly("ann");
  }

  @Test
  void whoHasSeveralConnectionsIsHereOnceAndUntilTheLastOfThemEnds() {
    Stay tab = presence.enter(PLACE, "ann");
    Stay otherTab = presence.enter(PLACE, "ann");
    assertThat(presence.of(PLACE).users()).containsExactly("ann");
    tab.leave();
    nodes.passSeconds(60);
    assertThat(presence.of(PLACE).isHere("ann")).isTrue();
    otherTab.leave();
    nodes.passSeconds(11);
    assertThat(presence.of(PLACE).isHere("ann")).isFalse();
  }

  @Test
  void aStayEndsOnceHoweverOftenItIsLeft() {
    Stay tab = presence.enter(PLACE, "ann");
    presence.enter(PLACE, "ann");
    tab.leave();
    tab.leave();
    nodes.passSeconds(60);
    assertThat(presence.of(PLACE).isHere("ann")).isTrue();
  }

  @Test
  void whoHasLeftCountsAsHereForTenSeconds() {
    presence.enter(PLACE, "ann").leave();
    nodes.pass(Duration.ofMillis(9_800));
    assertThat(presence.of(PLACE).count()).isEqualTo(1);
    assertThat(presence.of(PLACE).isHere("ann")).isTrue();
    nodes.pass(Duration.ofMillis(200));
    assertThat(presence.of(PLACE).count()).isZero();
  }

  @Test
  void whoIsBackWithinThatTimeHasNeverLeft() {
    Client bob = new Client(presence, PLACE);
    presence.enter(PLACE, "bob");
    Stay before = presence.enter(PLACE, "ann");
    bob.look();
    before.leave();
    nodes.passSeconds(9);
    presence.enter(PLACE, "ann");
    nodes.passSeconds(30);
    assertThat(bob.look()).isFalse();
    assertThat(bob.names()).containsExactly("ann", "bob");
  }

  @Test
  void theTimeToComeBackBeginsAnewWithEachLeave() {
    presence.enter(PLACE, "ann").leave();
    nodes.passSeconds(8);
    presence.enter(PLACE, "ann").leave();
    nodes.passSeconds(8);
    assertThat(presence.of(PLACE).isHere("ann")).isTrue();
    nodes.passSeconds(3);
    assertThat(presence.of(PLACE).isHere("ann")).isFalse();
  }

  @Test
  void onePlaceKnowsNothingOfAnother() {
    presence.enter(PLACE, "ann");
    presence.enter("auction/max", "bob");
    assertThat(presence.of(PLACE).users()).containsExactly("ann");
    assertThat(presence.of("auction/max").isHere("ann")).isFalse();
    assertThat(presence.count(PLACE)).isEqualTo(1);
    assertThat(presence.people()).isEqualTo(2);
    assertThat(presence.places()).isEqualTo(2);
  }

  @Test
  void whatNobodyIsAtOrAsksForIsForgotten() {
    Client bob = new Client(presence, PLACE);
    presence.enter(PLACE, "ann").leave();
    nodes.passSeconds(11);
    assertThat(presence.places()).isEqualTo(1);
    bob.leave();
    bob.leave();
    assertThat(presence.places()).isZero();
    assertThat(presence.people()).isZero();
  }

  @Test
  void ofACrowdEveryoneCanBeAskedForThoughNobodyIsNamed() {
    for (int i = 0; i < 201; i++) {
      presence.enter(PLACE, "user-" + i);
    }
    Roster roster = presence.of(PLACE);
    assertThat(roster.count()).isEqualTo(201);
    assertThat(roster.users()).isEmpty();
    assertThat(roster.isHere("user-200")).isTrue();
    assertThat(roster.isHere("ann")).isFalse();
  }

  @Test
  void aLeaseOutlastsItsRenewal() {
    Duration ten = Duration.ofSeconds(10);
    assertThatThrownBy(() -> new PresenceSettings(200, ten, ten, ten))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
