package com.petstoreapi.systemtests.contract;

import com.petstoreapi.systemtests.support.JsonText;
import com.petstoreapi.systemtests.support.Tokens;
import java.net.URI;

/** Publishing, the stream, and the history. */
final class NotificationScenarios extends Scenarios {
  NotificationScenarios(Contract contract, URI service, Tokens tokens) {
    super(contract, service, tokens);
    publishing();
    reading();
  }

  private void publishing() {
    drive("publishNotifications", this::published);
    drive(
        "streamNotifications",
        () -> {
          call("streamNotifications").by("ann").query("types=notification").expect(200);
          call("streamNotifications").by("ann").query("userId=bob").expect(403);
          call("streamNotifications").by("ann").query("padding=16385").expect(400);
        });
    drive("headNotifications", () -> call("headNotifications").by("ann").expect(200));
  }

  private void reading() {
    drive(
        "listNotifications",
        () -> {
          published();
          Call history = call("listNotifications").by("ann");
          history.query("limit=1000").expect(200);
          history.query("after=1-gone").expect(200); // begins with a reset
          history.query("limit=0").expect(400);
          call("listNotifications").by("a-publisher", "publisher").expect(403);
        });
    drive("getReadPosition", () -> call("getReadPosition").by(some("ann")).expect(200));
    drive(
        "putReadPosition",
        () -> {
          Call told = call("putReadPosition").by(some("ann"));
          told.body(JsonText.of("position", published())).expect(200);
          told.body(JsonText.of("position", "999999999")).expect(400);
        });
  }

  private String published() {
    var news = JsonText.of("title", "Hello", "body", "We are open.");
    return call("publishNotifications")
        .by("a-publisher", "publisher")
        .body(JsonText.of("id", some("news"), "type", "notification", "data", news))
        .expect(201)
        .text("position");
  }
}
