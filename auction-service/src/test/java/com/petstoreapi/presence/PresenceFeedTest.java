package com.petstoreapi.presence;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.presence.support.Client;
import com.petstoreapi.presence.support.SomeNodes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PresenceFeedTest {
  private static final String PLACE = "auction/rex";
  private static final Duration STEP = Duration.ofMillis(200);

  private final SomeNodes nodes = new SomeNodes(SomeNodes.settings(4));
  private final Presence presence = nodes.start("one");
  private final Client client = new Client(presence, PLACE);

  @Test
  void theFirstNamesAllWhoAreHere() {
    presence.enter(PLACE, "bob");
    presence.enter(PLACE, "ann");
    assertThat(client.look()).isTrue();
    assertThat(client.last().join()).containsExactly("ann", "bob");
    assertThat(client.last().leave()).isEmpty();
    assertThat(client.last().count()).isEqualTo(2);
    nodes.passSeconds(3);
    assertThat(client.look()).isFalse();
  }

  @Test
  void whoIsAloneInThePlaceIsToldSo() {
    assertThat(client.look()).isTrue();
    assertThat(client.last().count()).isZero();
  }

  @Test
  void whatComesCloseTogetherIsToldTogether() {
    client.look();
    nodes.passSeconds(2);
    Stay ann = presence.enter(PLACE, "ann");
    nodes.pass(STEP);
    assertThat(client.look()).isTrue(); // the first after a quiet time at once
    presence.enter(PLACE, "bob");
    nodes.pass(STEP);
    ann.leave();
    presence.enter(PLACE, "cid");
    nodes.pass(STEP);
    assertThat(client.look()).isFalse();
    nodes.passSeconds(1);
    assertThat(client.look()).isTrue();
    assertThat(client.last().join()).containsExactly("bob", "cid");
    assertThat(client.last().leave()).isEmpty();
    assertThat(client.last().count()).isEqualTo(3);
    nodes.passSeconds(11);
    client.look();
    assertThat(client.last().join()).isEmpty();
    assertThat(client.last().leave()).containsExactly("ann");
    assertThat(client.last().count()).isEqualTo(2);
  }

  @Test
  void nobodyIsToldMoreThanOnceASecondHoweverManyComeAndGo() {
    client.look();
    for (int i = 0; i < 100; i++) { // 20 s
      presence.enter(PLACE, "user-" + i);
      nodes.pass(STEP);
      client.look();
    }
    assertThat(client.told()).hasSizeBetween(18, 21);
  }

  @Test
  void theBellIsRungWhenSomethingIsDueAndNotBefore() {
    client.look();
    nodes.passSeconds(5);
    assertThat(client.rings()).isZero();
    presence.enter(PLACE, "ann");
    nodes.pass(STEP);
    assertThat(client.rings()).isEqualTo(1);
    client.look();
    presence.enter(PLACE, "bob");
    nodes.pass(STEP);
    assertThat(client.rings()).isEqualTo(1);
    nodes.passSeconds(1);
    assertThat(client.rings()).isGreaterThan(1);
  }

  @Test
  void whoHasJustComeIsRungLaterForWhatTheOthersHearNow() {
    client.look();
    nodes.passSeconds(2);
    presence.enter(PLACE, "ann");
    Client late = new Client(presence, PLACE);
    late.look();
    presence.enter(PLACE, "bob");
    nodes.pass(STEP);
    assertThat(client.look()).isTrue();
    assertThat(late.look()).isFalse(); // he was told less than a second ago
    nodes.passSeconds(1);
    assertThat(late.rings()).isPositive();
    assertThat(late.look()).isTrue();
    assertThat(late.names()).containsExactly("ann", "bob");
  }

  @Test
  void whoDidNotListenForAWhileHearsWhatHasChangedInAll() {
    presence.enter(PLACE, "ann").leave();
    client.look();
    presence.enter(PLACE, "bob");
    nodes.passSeconds(15);
    presence.enter(PLACE, "cid").leave();
    nodes.passSeconds(15);
    client.look();
    assertThat(client.told()).hasSize(2);
    assertThat(client.last().join()).containsExactly("bob");
    assertThat(client.last().leave()).containsExactly("ann");
  }

  @Test
  void aCrowdIsCountedAndNamedInFullWhenItIsNoneAnyMore() {
    Map<String, Stay> stays = new HashMap<>();
    for (int i = 1; i <= 6; i++) {
      stays.put("user-" + i, presence.enter(PLACE, "user-" + i));
    }
    client.look();
    assertThat(client.last().join()).isEmpty();
    assertThat(client.last().count()).isEqualTo(6);
    stays.get("user-1").leave();
    nodes.passSeconds(12);
    client.look();
    assertThat(client.last().join()).isEmpty();
    assertThat(client.last().leave()).isEmpty();
    assertThat(client.last().count()).isEqualTo(5);
    stays.get("user-2").leave();
    nodes.passSeconds(12);
    client.look();
    assertThat(client.last().join()).containsExactly("user-3", "user-4", "user-5", "user-6");
    assertThat(client.last().count()).isEqualTo(4);
    presence.enter(PLACE, "user-7");
    nodes.passSeconds(2);
    client.look();
    assertThat(client.last().join()).isEmpty();
    assertThat(client.last().count()).isEqualTo(5);
  }

  @Test
  void whatAllAreToldIsEncodedOnce() {
    PresenceFeed one = presence.follow(PLACE, () -> {});
    PresenceFeed two = presence.follow(PLACE, () -> {});
    one.take();
    two.take();
    nodes.passSeconds(2);
    presence.enter(PLACE, "ann");
    nodes.passSeconds(1);
    Change change = one.take().orElseThrow();
    assertThat(two.take()).containsSame(change);
    assertThat(change.as(any -> "first")).isEqualTo("first");
    assertThat(change.as(any -> "second")).isEqualTo("first");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whateverHappensAClientKnowsInTheEndWhoIsHere(long seed) {
    Random dice = new Random(seed);
    Presence other = nodes.start("two");
    Map<String, Stay> stays = new HashMap<>();
    for (int i = 0; i < 2_000; i++) {
      String user = "user-" + dice.nextInt(7);
      Stay stay = stays.remove(user);
      if (stay == null) {
        stays.put(user, (dice.nextBoolean() ? presence : other).enter(PLACE, user));
      } else {
        stay.leave();
      }
      nodes.pass(Duration.ofMillis(dice.nextInt(8_000)));
      if (dice.nextInt(3) == 0) {
        client.look();
      }
    }
    nodes.passSeconds(15);
    client.look();
    nodes.passSeconds(2);
    client.look();
    assertThat(client.count()).isEqualTo(stays.size());
    if (stays.size() <= 4) {
      assertThat(client.names()).isEqualTo(stays.keySet());
    } else {
      assertThat(client.names()).isEmpty();
    }
  }
}
