package com.petstoreapi.care.rest;

import static com.petstoreapi.auction.support.ServiceClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.petstoreapi.auction.support.EventStream;
import com.petstoreapi.auction.support.ServiceClient;
import com.petstoreapi.auction.support.Shipped;
import com.petstoreapi.care.support.LivePlan;
import com.petstoreapi.edge.sse.SseStreams;
import com.petstoreapi.realtime.delivery.LiveStreams;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Care plans by plain HTTP and SSE. */
@ExtendWith(ArquillianExtension.class)
class CarePlansIT {
  @Inject private SseStreams streams;
  @Inject private LiveStreams live;

  private LivePlan plan;

  @Deployment
  static WebArchive deployment() {
    return Shipped.war();
  }

  @BeforeEach
  void annAndBobKeepAPlan() {
    plan = LivePlan.begin();
  }

  @AfterEach
  void everybodyWhoHasLeftIsLetGo() {
    await().atMost(Duration.ofSeconds(20)).until(() -> streams.open() == 0);
  }

  @Test
  void beginsEmptyAndIsItsBeginnersOwn() {
    JsonObject state = plan.state();
    assertThat(state.getString("petId")).isEqualTo(plan.petId());
    assertThat(state.getString("title")).isEqualTo("Rex");
    assertThat(state.getString("owner")).isEqualTo("ann");
    assertThat(members(state)).containsExactly("bob");
    assertThat(state.getJsonArray("tasks")).isEmpty();
    assertThat(state.getString("position")).startsWith("1-");
  }

  @Test
  void itsOwnerSaysWhoKeepsIt() {
    HttpResponse<String> changed = plan.head("ann", "bob", "cid");
    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(members(json(changed))).containsExactly("bob", "cid");
    assertThat(plan.get("cid", "").statusCode()).isEqualTo(200);
    assertRefused(403, "forbidden", plan.head("bob", "bob", "dan"));

    assertThat(plan.head("sue", "cid").statusCode()).isEqualTo(200);
    assertRefused(403, "forbidden", plan.get("bob", ""));
    assertThat(plan.get("ann", "").statusCode()).isEqualTo(200);
  }

  @Test
  void operationsAreDoneInTheirOrderAndToldTheirEffect() {
    HttpResponse<String> answer =
        plan.operate(
            "bob",
            "[{'op':'add','id':'a','text':'Walk'},{'op':'add','id':'b','text':'Feed','after':null},"
                    .replace('\'', '"')
                + ("{'op':'check','id':'a','done':true},{'op':'remove','id':'gone'},"
                        + "{'op':'edit','id':'b','fields':{'assignee':'ann',"
                        + "'due':'2026-03-01T08:00:00Z'}}]")
                    .replace('\'', '"'));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    assertThat(json(answer).getString("position")).startsWith("5-");
    assertThat(effects(answer)).containsExactly("applied", "applied", "applied", "none", "applied");

    List<JsonObject> tasks = tasks();
    assertThat(tasks).extracting(task -> task.getString("id")).containsExactly("b", "a");
    assertThat(tasks.get(0).getString("assignee")).isEqualTo("ann");
    assertThat(tasks.get(0).getString("due")).isEqualTo("2026-03-01T08:00:00.000Z");
    assertThat(tasks.get(1).getBoolean("done")).isTrue();
    assertThat(tasks.get(1).getInt("order")).isEqualTo(1);
  }

  @Test
  void aRepeatedWriteIsDoneOnce() {
    String add = LivePlan.addition("a");
    HttpResponse<String> first = plan.operate("bob", add, "Idempotency-Key", "k-1");
    plan.operate("ann", "{\"op\":\"remove\",\"id\":\"a\"}");
    HttpResponse<String> again = plan.operate("bob", add, "Idempotency-Key", "k-1");
    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(tasks()).isEmpty();
    assertRefused(
        409,
        "idempotency-conflict",
        plan.operate("bob", LivePlan.addition("b"), "Idempotency-Key", "k-1"));
  }

  @Test
  void ofSeveralOperationsOneThatIsWrongSpoilsAll() {
    for (String wrong :
        List.of(
            "{'op':'dance','id':'a'}",
            "{'op':'add','id':'a b','text':'Walk'}",
            "{'op':'add','id':'a'}",
            "{'op':'check','id':'a','done':1}",
            "{'op':'edit','id':'a'}",
            "17")) {
      String body = "[" + LivePlan.addition("x") + "," + wrong.replace('\'', '"') + "]";
      assertRefused(400, "invalid-message", plan.operate("bob", body));
    }
    assertRefused(400, "invalid-message", plan.operate("bob", "[]"));
    assertThat(tasks()).isEmpty();
  }

  @Test
  void strangersAreRefusedAtEveryDoor() {
    for (String door : List.of("", "/operations", "/events", "/presence")) {
      assertRefused(403, "forbidden", plan.get("eve", door));
      assertThat(ServiceClient.nobody().get(plan.path(door)).statusCode()).isEqualTo(401);
    }
    assertRefused(403, "forbidden", plan.operate("eve", LivePlan.addition("x")));
    assertRefused(403, "forbidden", plan.head("eve", "eve"));
    assertThat(tasks()).isEmpty();
  }

  @Test
  void staffSeesItAndLeavesTheTasksToThoseWhoKeepIt() {
    assertThat(plan.get("sue", "").statusCode()).isEqualTo(200);
    assertThat(plan.get("sue", "/presence").statusCode()).isEqualTo(200);
    assertRefused(403, "forbidden", plan.operate("sue", LivePlan.addition("x")));
  }

  @Test
  void whereThereIsNoneThereIsNothing() {
    ServiceClient ann = ServiceClient.of("ann", "user");
    assertRefused(404, "not-found", ann.get("/v1/care/no-such-pet"));
    assertRefused(404, "not-found", ann.get("/v1/care/no-such-pet/events"));
    assertRefused(
        404, "not-found", ann.post("/v1/care/no-such-pet/operations", LivePlan.addition("a")));
    String heading = "{\"title\":\"Rex\",\"members\":[]}";
    assertRefused(400, "invalid-message", ann.put("/v1/care/a%20b", heading));
    assertRefused(400, "invalid-message", ann.put("/v1/care/x", "{\"title\":\"Rex\"}"));
    assertRefused(400, "invalid-message", ann.put("/v1/care/x", "{\"title\":\"\",\"members\":[]}"));
  }

  @Test
  void isToldOverSseUntilOneKeepsItNoLonger() {
    try (EventStream bobs = plan.events("bob");
        EventStream anns = plan.events("ann")) {
      bobs.awaitEvent("hello");
      anns.awaitEvent("hello");
      String position = plan.add("ann", "a");
      assertThat(bobs.awaitEvent("op").id()).isEqualTo(position);
      assertThat(bobs.awaitEvent("op").data()).contains("\"from\":\"ann\"", "\"op\":\"add\"");

      plan.head("ann");
      await().atMost(Duration.ofSeconds(20)).until(() -> streams.open() == 1);
      plan.add("ann", "b");
      anns.awaitEvents("op", 2);
      assertThat(bobs.awaitEvents("op", 1)).hasSize(1);
    }
  }

  @Test
  void comesInPagesThatWait() {
    String seen = plan.add("ann", "a");
    CompletableFuture<HttpResponse<String>> page =
        CompletableFuture.supplyAsync(() -> plan.get("bob", "/operations?wait=20&after=" + seen));
    String next = plan.add("ann", "b");
    JsonObject found = json(page.join());
    assertThat(found.getString("position")).isEqualTo(next);
    assertThat(found.getJsonArray("items")).hasSize(1);
    assertThat(json(plan.get("bob", "/operations")).getJsonArray("items")).hasSize(3);
  }

  @Test
  void aPageThatWaitsIsNotForHimWhoKeepsThePlanNoLonger() {
    String seen = plan.add("ann", "a");
    CompletableFuture<HttpResponse<String>> page =
        CompletableFuture.supplyAsync(
            () -> plan.get("bob", "/operations?types=op&wait=20&after=" + seen));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> live.ifOpen("care/" + plan.petId()).orElseThrow().listeners() == 1);
    plan.head("ann");
    assertRefused(403, "forbidden", page.join());
  }

  private List<JsonObject> tasks() {
    return plan.state().getJsonArray("tasks").getValuesAs(JsonObject.class);
  }

  private static List<String> effects(HttpResponse<String> answer) {
    return json(answer).getJsonArray("results").getValuesAs(JsonObject.class).stream()
        .map(result -> result.getString("effect"))
        .toList();
  }

  private static List<String> members(JsonObject state) {
    return state.getJsonArray("members").getValuesAs(JsonString::getString);
  }

  private static void assertRefused(int status, String code, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(json(answer).getString("code")).isEqualTo(code);
  }
}
