package com.petstoreapi.systemtests.contract;

import com.petstoreapi.systemtests.support.Answer;
import com.petstoreapi.systemtests.support.JsonText;
import com.petstoreapi.systemtests.support.Tokens;
import java.net.URI;

/** What is written and shown in a chat. */
final class MessageScenarios extends Scenarios {
  /** By its first bytes. */
  static final String PICTURE = "GIF89a of nothing";

  private static final String ANN = some("ann");

  MessageScenarios(Contract contract, URI service, Tokens tokens) {
    super(contract, service, tokens);
    messages();
    pictures();
    reading();
  }

  private void messages() {
    drive(
        "say",
        () -> {
          String room = opened();
          say(room);
          call("say", room).by("bob").body(JsonText.of("text", "Me too.")).expect(403);
          call("say", room).by(ANN).body(JsonText.of("text", " ")).expect(400);
          call("closeChat", room).by(ANN).expect(200);
          call("say", room).by(ANN).body(JsonText.of("text", "Thanks.")).expect(409);
        });
    drive(
        "listMessages",
        () -> {
          String room = opened();
          say(room);
          call("listMessages", room).by(ANN).query("types=message").expect(200);
          call("listMessages", room).by("bob").expect(403);
        });
    drive(
        "streamChat",
        () -> {
          String room = opened();
          call("streamChat", room).by(ANN).expect(200);
          call("streamChat", room).by("bob").expect(403);
        });
    drive("headChat", () -> call("headChat", opened()).by(ANN).expect(200));
  }

  private void pictures() {
    drive(
        "showPicture",
        () -> {
          String room = opened();
          show(room, PICTURE).expect(201);
          show(room, "no picture").expect(415);
          show(room, PICTURE + "x".repeat(256 * 1024)).expect(413);
        });
    drive(
        "getPicture",
        () -> {
          String room = opened();
          String picture = show(room, PICTURE).expect(201).text("attachmentId");
          Call get = call("getPicture", room, picture).by(ANN);
          Answer got = get.expect(200);
          get.header("If-None-Match", got.header("ETag")).expect(304);
          call("getPicture", room, picture).by("bob").expect(403);
        });
  }

  private void reading() {
    drive(
        "getChatReadPosition",
        () -> {
          String room = opened();
          call("getChatReadPosition", room).by(ANN).expect(200);
          call("getChatReadPosition", room).by("bob").expect(403);
        });
    drive(
        "putChatReadPosition",
        () -> {
          String room = opened();
          Call told = call("putChatReadPosition", room).by(ANN);
          told.body(JsonText.of("position", say(room))).expect(200);
          told.body(JsonText.of("position", "999")).expect(400);
        });
  }

  private String opened() {
    return call("openChat").by(ANN).body(JsonText.of("subject", "Help")).expect(201).text("id");
  }

  private String say(String room) {
    return call("say", room)
        .by(ANN)
        .body(JsonText.of("text", "Rex does not eat."))
        .expect(201)
        .text("position");
  }

  private Call show(String room, String bytes) {
    return call("showPicture", room).by(ANN).body("image/gif", bytes);
  }
}
