package com.petstoreapi.systemtests.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.systemtests.support.Chats;
import com.petstoreapi.systemtests.support.SocketClient;
import com.petstoreapi.systemtests.support.SseClient;
import com.petstoreapi.systemtests.support.Waiting;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;

/** A chat whose people are at different nodes. */
@WithCluster
class ChatOfNodesIT {
  private final Chats here;
  private final Chats there;
  private final String carl = Chats.somebody("carl");
  private final String sue = Chats.somebody("sue");
  private final String eve = Chats.somebody("eve");
  private final String room;

  ChatOfNodesIT(BrokeredCluster brokered) {
    here = new Chats(brokered.nodes().first());
    there = new Chats(brokered.nodes().second());
    room = here.open(carl, "Hello?");
    there.take(sue, room).expect(200);
  }

  @Test
  void messagesAndTypingCrossTheNodes() {
    try (SocketClient customer = here.join(carl, room);
        SocketClient agent = there.join(sue, room, "support")) {
      Waiting.await("typing at the other node")
          .until(
              () -> {
                customer.send(
                    Chats.typing(true)); // a word between nodes may be lost, and is said again
                return agent.messages("typing");
              },
              told -> !told.isEmpty());
      assertThat(agent.await("typing").getString("userId")).isEqualTo(carl);
      JsonObject accepted = customer.ask(Chats.message("Are you there?"));
      JsonObject told = agent.await("message");
      assertThat(told.getString("text")).isEqualTo("Are you there?");
      assertThat(told.getString("position")).isEqualTo(accepted.getString("position"));
      agent.await("typing", word -> !word.getBoolean("on"));
      agent.ask(Chats.message("I am."));
      assertThat(customer.await("message", word -> word.getString("from").equals(sue))).isNotNull();
      customer.await("presence", word -> word.getJsonArray("join").toString().contains(sue));
    }
  }

  @Test
  void ofTwoWhoTakeARoomAtBothNodesOneWins() {
    String other = here.open(carl, "Somebody?");
    int first = here.take(sue, other).status();
    int second = there.take(eve, other).status();
    assertThat(first).isEqualTo(200);
    assertThat(second).isEqualTo(409);
    assertThat(there.state(other).getString("agent")).isEqualTo(sue);
  }

  @Test
  void whoIsRemovedAtOneNodeIsShownOutAtTheOther() {
    here.as(carl).send("PUT", Chats.path(room) + "/members/" + eve, "").expect(200);
    try (SocketClient socket = there.join(eve, room);
        SseClient stream = there.events(room, eve)) {
      stream.await("hello");
      here.as(carl).send("DELETE", Chats.path(room) + "/members/" + eve, "").expect(200);
      assertThat(socket.awaitCloseCode()).isEqualTo(4403);
      Waiting.await("the end of the stream").until(() -> !stream.isOpen());
    }
  }
}
