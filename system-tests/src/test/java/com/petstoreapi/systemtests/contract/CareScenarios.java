package com.petstoreapi.systemtests.contract;

import com.petstoreapi.systemtests.support.JsonText;
import com.petstoreapi.systemtests.support.Tokens;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.util.List;

/** Care plans. */
final class CareScenarios extends Scenarios {
  private final String ann = some("ann");

  CareScenarios(Contract contract, URI service, Tokens tokens) {
    super(contract, service, tokens);
    plans();
    operations();
    events();
  }

  private void plans() {
    drive(
        "putCarePlan",
        () -> {
          String pet = begun();
          call("putCarePlan", pet).by(ann).body(heading("Another")).expect(200);
          call("putCarePlan", pet).by("bob").body(heading("Mine")).expect(403);
          call("putCarePlan", pet).by(ann).body(JsonText.of("title", "Rex")).expect(400);
        });
    drive(
        "getCarePlan",
        () -> {
          String pet = begun();
          call("getCarePlan", pet).by("bob").expect(200);
          call("getCarePlan", pet).by("cid").expect(403);
        });
    drive("getCarePresence", () -> call("getCarePresence", begun()).by(ann).expect(200));
  }

  private void operations() {
    drive(
        "operateOnCarePlan",
        () -> {
          String pet = begun();
          Call operate = call("operateOnCarePlan", pet).by(ann);
          var all =
              Json.createArrayBuilder().add(edit()).add(JsonText.of("op", "remove", "id", "t1"));
          operate.body(add()).expect(201);
          operate.body("application/json", all.build().toString()).expect(201);
          operate.body(JsonText.of("op", "eat", "id", "t1")).expect(400);
          call("operateOnCarePlan", pet).by("cid").body(add()).expect(403);
        });
    drive(
        "listCareOperations",
        () -> {
          String pet = begun();
          call("operateOnCarePlan", pet).by(ann).body(add()).expect(201);
          call("listCareOperations", pet).by("bob").query("limit=10").expect(200);
          call("listCareOperations", pet).by("cid").expect(403);
        });
  }

  private void events() {
    drive(
        "streamCarePlan",
        () -> {
          String pet = begun();
          call("streamCarePlan", pet).by(ann).expect(200);
          call("streamCarePlan", pet).by("cid").expect(403);
        });
    drive("headCarePlan", () -> call("headCarePlan", begun()).by(ann).expect(200));
  }

  /** A plan that Ann begins and Bob keeps with her, with a task. */
  private String begun() {
    String pet = some("pet");
    call("putCarePlan", pet).by(ann).body(heading("Rex")).expect(201);
    call("operateOnCarePlan", pet).by(ann).body(add()).expect(201);
    call("operateOnCarePlan", pet).by(ann).body(edit()).expect(201);
    return pet;
  }

  private static JsonObject heading(String title) {
    return JsonText.of("title", title, "members", List.of("bob"));
  }

  private static JsonObject add() {
    return JsonText.of("op", "add", "id", "t1", "text", "Feed him");
  }

  private static JsonObject edit() {
    var fields = JsonText.of("due", "2026-03-01T08:00:00Z", "assignee", "bob");
    return JsonText.of("op", "edit", "id", "t1", "fields", fields);
  }
}
