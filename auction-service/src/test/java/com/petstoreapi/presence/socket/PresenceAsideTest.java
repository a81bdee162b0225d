package com.petstoreapi.presence.socket;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.presence.Presence;
import com.petstoreapi.presence.support.SomeNodes;
import com.petstoreapi.socket.Aside;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PresenceAsideTest {
  private static final String PLACE = "auction/rex";

  private final SomeNodes nodes = new SomeNodes(SomeNodes.AS_SHIPPED);
  private final Presence presence = nodes.start("one");
  private final AtomicInteger rings = new AtomicInteger();
  private boolean begun;
  private final PresenceAside aside =
      new PresenceAside(presence, PLACE, "ann", () -> begun, Aside.NOTHING);

  @Test
  void nobodyIsThereBeforeHisSocketIs() {
    assertThat(presence.of(PLACE).count()).isZero();
    aside.attach(rings::incrementAndGet);
    assertThat(presence.of(PLACE).users()).containsExactly("ann");
  }

  @Test
  void waitsUntilTheClientKnowsWhereItBegins() {
    aside.attach(rings::incrementAndGet);
    assertThat(aside.take(List::of)).isEmpty();
    assertThat(aside.hasMore()).isFalse(); // else it would be asked again and again
    begun = true;
    assertThat(aside.take(List::of)).containsExactly(message("\"ann\"", 1));
    assertThat(aside.take(List::of)).isEmpty();
  }

  @Test
  void comesBehindTheAnswers() {
    begun = true;
    aside.attach(rings::incrementAndGet);
    assertThat(aside.take(() -> List.of("an answer")))
        .containsExactly("an answer", message("\"ann\"", 1));
  }

  @Test
  void wakesTheConnectionForWhatChanges() {
    begun = true;
    aside.attach(rings::incrementAndGet);
    aside.take(List::of);
    nodes.passSeconds(2);
    assertThat(rings).hasValue(0);
    assertThat(aside.isBehind()).isFalse();
    presence.enter(PLACE, "bob");
    nodes.passSeconds(1);
    assertThat(rings).hasPositiveValue();
    assertThat(aside.isBehind()).isTrue();
    assertThat(aside.take(List::of)).containsExactly(message("\"bob\"", 2));
  }

  @Test
  void itsUserLeavesWithIt() {
    aside.attach(rings::incrementAndGet);
    aside.close();
    nodes.passSeconds(11);
    assertThat(presence.of(PLACE).count()).isZero();
    assertThat(presence.places()).isZero();
  }

  private static String message(String join, int count) {
    return "{\"type\":\"presence\",\"join\":[" + join + "],\"leave\":[],\"count\":" + count + "}";
  }
}
