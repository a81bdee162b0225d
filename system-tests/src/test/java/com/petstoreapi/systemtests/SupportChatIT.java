package com.petstoreapi.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.systemtests.support.Answer;
import com.petstoreapi.systemtests.support.Chats;
import com.petstoreapi.systemtests.support.HttpApi;
import com.petstoreapi.systemtests.support.JsonText;
import com.petstoreapi.systemtests.support.Notifications;
import com.petstoreapi.systemtests.support.PetstoreServers;
import com.petstoreapi.systemtests.support.SocketClient;
import com.petstoreapi.systemtests.support.SseClient;
import com.petstoreapi.systemtests.support.Tickets;
import com.petstoreapi.systemtests.support.Waiting;
import com.petstoreapi.systemtests.support.WithServers;
import jakarta.json.JsonObject;
import java.net.URI;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A customer and the support, from the first question to the last, over real sockets. */
@WithServers
class SupportChatIT {
  private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a0001020304");

  private final PetstoreServers servers;
  private final Chats chats;
  private final String carl = Chats.somebody("carl");
  private final String sue = Chats.somebody("sue");
  private final String tom = Chats.somebody("tom");
  private final String eve = Chats.somebody("eve");
  private final String room;

  SupportChatIT(PetstoreServers servers) {
    this.servers = servers;
    this.chats = new Chats(servers);
    this.room = chats.open(carl, "My order has not come.");
  }

  @Test
  void aTalkFromTheFirstQuestionToTheLast() {
    try (SocketClient customer = chats.join(carl, room)) {
      chats.take(sue, room).expect(200);
      assertThat(customer.await("agent-assigned").getString("userId")).isEqualTo(sue);
      try (SocketClient agent = chats.join(sue, room, "support")) {
        assertThat(agent.await("history").toString()).contains("My order has not come.");
        customer.await("presence", told -> told.getJsonArray("join").toString().contains(sue));
        talk(customer, agent);
        chats.support(sue).put(Chats.path(room) + "/agent", JsonText.of("userId", tom)).expect(200);
        customer.await("agent-assigned", told -> told.getString("userId").equals(tom));
      }
      try (SocketClient next = chats.join(tom, room, "support")) {
        endAndBeginAgain(customer, next);
      }
    }
    assertThat(chats.texts(room))
        .containsExactly("My order has not come.", "Which one?", "This one.", "One more thing.");
  }

  private void talk(SocketClient customer, SocketClient agent) {
    agent.send(Chats.typing(true));
    assertThat(customer.await("typing").getString("userId")).isEqualTo(sue);
    JsonObject asked = agent.ask(Chats.message("Which one?"));
    customer.await("typing", told -> !told.getBoolean("on"));
    assertThat(customer.await("message").getString("text")).isEqualTo("Which one?");
    customer.send(JsonText.of("type", "read", "position", asked.getString("position")));
    assertThat(agent.await("read").getString("position")).isEqualTo(asked.getString("position"));

    customer.send(JsonText.of("type", "attachment", "key", "p-1", "contentType", "image/png"));
    customer.sendBinary(PNG);
    String picture = customer.await("accepted").getString("attachmentId");
    assertThat(agent.await("attachment").getString("attachmentId")).isEqualTo(picture);
    Waiting.await("the picture").until(() -> !agent.binaries().isEmpty());
    assertThat(agent.binaries().get(0)).isEqualTo(PNG);
    assertThat(customer.binaries()).isEmpty();
    customer.ask(Chats.message("This one."));
    agent.await("message", told -> told.getString("text").equals("This one."));
  }

  private void endAndBeginAgain(SocketClient customer, SocketClient agent) {
    chats.support(tom).send("POST", Chats.path(room) + "/close", "").expect(200);
    assertThat(customer.await("closed").getString("userId")).isEqualTo(tom);
    JsonObject late = customer.ask(Chats.message("Are you still there?"));
    assertThat(late.getString("code")).isEqualTo("invalid-transition");
    chats.as(carl).send("POST", Chats.path(room) + "/reopen", "").expect(200);
    agent.await("reopened");
    assertThat(chats.state(room).getString("status")).isEqualTo("WAITING");
    customer.ask(Chats.message("One more thing."));
  }

  @Test
  void acrossACutNothingIsLostAndNothingDoubled() {
    chats.take(sue, room).expect(200);
    List<String> wanted = new ArrayList<>(List.of("My order has not come."));
    List<String> seen = new ArrayList<>();
    try (SocketClient agent = chats.join(sue, room, "support")) {
      SocketClient customer = chats.join(carl, room);
      String position = customer.await("history").getString("position");
      customer.await("history").getJsonArray("messages").getValuesAs(JsonObject.class).stream()
          .filter(message -> message.getString("type").equals("message"))
          .forEach(message -> seen.add(message.getString("text")));
      for (int cut = 0; cut < 3; cut++) {
        List<String> texts = numbered("cut " + cut, 12);
        wanted.addAll(texts);
        texts.subList(0, 6).forEach(text -> say(agent, text));
        customer.await("message", told -> told.getString("text").equals(texts.get(3)));
        customer.close();
        texts.subList(6, 12).forEach(text -> say(agent, text));
        position = note(customer, seen, position);
        customer = chats.enter(room, "?after=" + position, carl);
        customer.await("resumed");
      }
      SocketClient last = customer;
      Waiting.await("the last")
          .until(() -> last.messages("message").size() + seen.size() >= wanted.size());
      note(customer, seen, position);
      customer.close();
    }
    assertThat(seen).isEqualTo(wanted).isEqualTo(chats.texts(room));
  }

  private static void say(SocketClient client, String text) {
    JsonObject answer = client.ask(Chats.message(text));
    assertThat(answer.getString("type")).as(answer.toString()).isEqualTo("accepted");
  }

  /** What a client has by now, and where it will go on. */
  private static String note(SocketClient client, List<String> seen, String before) {
    String position = before;
    for (JsonObject message : client.messages("message")) {
      seen.add(message.getString("text"));
      position = message.getString("position");
    }
    return position;
  }

  @Test
  void aRepeatedMessageIsSaidOnceWhicheverWayItGoes() {
    JsonObject message = Chats.message("once");
    try (SocketClient customer = chats.join(carl, room)) {
      String position = customer.ask(message).getString("position");
      assertThat(customer.ask(message).getString("position")).isEqualTo(position);
      Answer overHttp =
          chats
              .as(carl)
              .post(
                  Chats.path(room) + "/messages",
                  JsonText.of("text", "once"),
                  "Idempotency-Key",
                  message.getString("key"));
      assertThat(overHttp.expect(201).text("position")).isEqualTo(position);
    }
    assertThat(chats.texts(room)).containsOnlyOnce("once");
  }

  @Test
  void whoIsAwayIsToldWhereHeIs() {
    Notifications notifications = new Notifications(servers);
    try (SseClient elsewhere = notifications.listen(carl)) {
      chats.take(sue, room).expect(200);
      chats.say(chats.support(sue), room, "Here it is.").expect(201);
      JsonObject letter = elsewhere.await("chat-message").json();
      assertThat(letter.getString("roomId")).isEqualTo(room);
      assertThat(letter.getString("from")).isEqualTo(sue);
      assertThat(letter.getString("preview")).isEqualTo("Here it is.");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/messages",
        "/events",
        "/presence",
        "/read-position",
        "/attachments/a-picture"
      })
  void strangersFindEveryDoorClosed(String door) {
    assertForbidden(chats.as(eve).get(Chats.path(room) + door));
  }

  @Test
  void strangersWriteNothingAndHearNothing() {
    HttpApi stranger = chats.as(eve);
    assertForbidden(chats.say(stranger, room, "Let me in"));
    assertForbidden(stranger.send("PUT", Chats.path(room) + "/agent", "{}"));
    assertForbidden(stranger.send("PUT", Chats.path(room) + "/members/" + eve, ""));
    assertForbidden(stranger.send("POST", Chats.path(room) + "/close", ""));
    assertForbidden(stranger.send("POST", Chats.path(room) + "/reopen", ""));
    assertForbidden(
        stranger.put(Chats.path(room) + "/read-position", JsonText.of("position", "1")));
    assertForbidden(
        stranger.send(
            "POST", Chats.path(room) + "/attachments", "GIF89a", "Content-Type", "image/gif"));
    try (SocketClient socket = chats.enter(room, "", eve)) {
      assertThat(socket.awaitCloseCode()).isEqualTo(4403);
      assertThat(socket.messages())
          .extracting(told -> told.getString("type"))
          .containsExactly("error");
    }
    assertThat(chats.texts(room)).containsExactly("My order has not come.");
    assertThat(stranger.get("/v1/chats").expect(200).json().getJsonArray("items")).isEmpty();
  }

  @Test
  void aTicketOpensTheRoomForItsUserAlone() {
    Tickets tickets = new Tickets(servers);
    String path = "/chat/" + room;
    String his = tickets.issue(servers.tokens().of(carl), path);
    URI uri = servers.auctionSocket(path + "?ticket=" + his);
    try (SocketClient customer = SocketClient.openWithout(uri)) {
      customer.await("history");
    }
    String hers = tickets.issue(servers.tokens().of(eve), path);
    URI strangers = servers.auctionSocket(path + "?ticket=" + hers);
    try (SocketClient stranger = SocketClient.openWithout(strangers)) {
      assertThat(stranger.awaitCloseCode()).isEqualTo(4403);
    }
  }

  private static List<String> numbered(String prefix, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> prefix + " number " + i).toList();
  }

  private static void assertForbidden(Answer answer) {
    assertThat(answer.expect(403).text("code")).isEqualTo("forbidden");
  }
}
