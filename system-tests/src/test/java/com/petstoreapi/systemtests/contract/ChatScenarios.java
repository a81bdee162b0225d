package com.petstoreapi.systemtests.contract;

import com.petstoreapi.systemtests.support.JsonText;
import com.petstoreapi.systemtests.support.Tokens;
import java.net.URI;

/** Support chats: rooms, and who is in them. */
final class ChatScenarios extends Scenarios {
  private final String ann = some("ann");

  ChatScenarios(Contract contract, URI service, Tokens tokens) {
    super(contract, service, tokens);
    rooms();
    beginningAndEnd();
    people();
  }

  private void rooms() {
    drive("openChat", this::opened);
    drive(
        "listChats",
        () -> {
          opened();
          call("listChats").by(ann).query("status=WAITING&limit=1").expect(200);
          call("listChats").by("sam", "support").query("queue=true&limit=1").expect(200);
          call("listChats").by(ann).query("queue=true").expect(403);
          call("listChats").by(ann).query("queue=perhaps").expect(400);
        });
    drive(
        "getChat",
        () -> {
          String room = opened();
          call("getChat", room).by(ann).expect(200);
          call("getChat", room).by("bob").expect(403);
        });
    drive("getChatPresence", () -> call("getChatPresence", opened()).by(ann).expect(200));
  }

  private void beginningAndEnd() {
    drive(
        "assignChat",
        () -> {
          String room = opened();
          call("assignChat", room).by("sam", "support").body(JsonText.of()).expect(200);
          call("assignChat", room).by("sue", "support").body(JsonText.of()).expect(409);
          call("assignChat", room).by(ann).body(JsonText.of("userId", "bob")).expect(403);
        });
    drive(
        "closeChat",
        () -> {
          String room = opened();
          call("closeChat", room).by(ann).expect(200);
          call("closeChat", room).by(ann).expect(409);
        });
    drive(
        "reopenChat",
        () -> {
          String room = opened();
          call("reopenChat", room).by(ann).expect(409);
          call("closeChat", room).by(ann).expect(200);
          call("reopenChat", room).by(ann).expect(200);
        });
  }

  private void people() {
    drive(
        "addChatMember",
        () -> {
          String room = opened();
          call("addChatMember", room, "bob").by(ann).expect(200);
          call("addChatMember", room, "no%20name").by(ann).expect(400);
          call("addChatMember", room, "cid").by("bob").expect(403);
        });
    drive(
        "removeChatMember",
        () -> {
          String room = opened();
          call("addChatMember", room, "bob").by(ann).expect(200);
          call("removeChatMember", room, "bob").by("bob").expect(200);
        });
  }

  private String opened() {
    var about = JsonText.of("kind", "pet", "id", "pet-1");
    return call("openChat")
        .by(ann)
        .body(JsonText.of("subject", "Help", "about", about, "text", "Rex does not eat."))
        .expect(201)
        .text("id");
  }
}
