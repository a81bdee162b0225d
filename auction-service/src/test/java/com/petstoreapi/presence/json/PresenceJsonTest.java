package com.petstoreapi.presence.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.presence.Presence;
import com.petstoreapi.presence.support.SomeNodes;
import org.junit.jupiter.api.Test;

class PresenceJsonTest {
  private final Presence presence = new SomeNodes(SomeNodes.settings(2)).start("one");

  @Test
  void isWrittenAsTheProtocolHasIt() {
    presence.enter("auction/rex", "ann");
    assertThat(PresenceJson.message(presence.follow("auction/rex", () -> {}).take().orElseThrow()))
        .isEqualTo("{\"type\":\"presence\",\"join\":[\"ann\"],\"leave\":[],\"count\":1}");
    assertThat(PresenceJson.state(presence.of("auction/rex")))
        .isEqualTo("{\"count\":1,\"users\":[\"ann\"]}");
  }

  @Test
  void aCrowdIsWrittenWithoutNames() {
    for (String user : new String[] {"ann", "bob", "cid"}) {
      presence.enter("auction/rex", user);
    }
    assertThat(PresenceJson.state(presence.of("auction/rex")))
        .isEqualTo("{\"count\":3,\"users\":[]}");
  }
}
