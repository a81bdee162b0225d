package com.petstoreapi.systemtests.care;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.systemtests.support.Crowd;
import com.petstoreapi.systemtests.support.JsonText;
import com.petstoreapi.systemtests.support.PetstoreServers;
import com.petstoreapi.systemtests.support.SocketClient;
import com.petstoreapi.systemtests.support.SseClient;
import com.petstoreapi.systemtests.support.SseEvent;
import com.petstoreapi.systemtests.support.Waiting;
import com.petstoreapi.systemtests.support.WithServers;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several people keep a pet's care plan: what they edit at once all of them see in the end. */
@WithServers
class CarePlanIT {
  /** Twice as many, and he who comes back says no more at once than one may. */
  private static final int EDITS = 18;

  private final PetstoreServers servers;
  private final CarePlans plans;
  private String petId;

  CarePlanIT(PetstoreServers servers) {
    this.servers = servers;
    this.plans = new CarePlans(servers);
  }

  @BeforeEach
  void threeKeepAPlan() {
    petId = plans.begin("bob", "cid");
  }

  @Test
  void whoEditAtOnceSeeTheSameInTheEndThoughOneIsCutOff() {
    try (Editor ann = plans.editor(petId, "ann");
        Editor bob = plans.editor(petId, "bob");
        Editor cid = plans.editor(petId, "cid")) {
      List<Editor> all = List.of(ann, bob, cid);
      all.forEach(Editor::come);
      Crowd.of(List.of(ann.editing(1, EDITS), bob.editing(2, EDITS), editsWhileCutOff(cid, 3)));
      all.forEach(Editor::awaitAnswers);

      JsonObject plan = plans.state(petId);
      assertThat(Replica.tasksOf(plan)).isNotEmpty();
      for (Editor editor : all) {
        editor.awaitAllOf(plan);
        assertThat(editor.tasks()).isEqualTo(Replica.tasksOf(plan));
      }
    }
  }

  @Test
  void thePlanOutlivesARestart() {
    try (Editor ann = plans.editor(petId, "ann")) {
      ann.come();
      ann.edit(Operations.add("walk"));
      ann.awaitAnswers();
      JsonObject before = plans.state(petId);
      servers.auction().kill();
      servers.auction().start();

      assertThat(plans.state(petId)).isEqualTo(before);
      plans.operate(petId, "bob", Operations.add("feed")).expect(201);
      ann.comeBack();
      ann.awaitAllOf(plans.state(petId));
      assertThat(ann.tasks()).hasSize(2);
    }
  }

  @Test
  void strangersAreRefusedAtEveryDoor() {
    plans.operate(petId, "bob", Operations.add("walk")).expect(201);
    for (String door : List.of("", "/operations", "/events", "/presence")) {
      plans.as("eve").get(CarePlans.path(petId) + door).expect(403);
    }
    plans.operate(petId, "eve", Operations.add("rob")).expect(403);
    plans.head(petId, "eve", "eve").expect(403);
    String token = servers.tokens().of("eve");
    try (SocketClient eve =
        SocketClient.open(servers.auctionSocket("/care/" + petId + "?after=0"), token)) {
      assertThat(eve.awaitCloseCode()).isEqualTo(4403);
      assertThat(eve.messages()).extracting(told -> told.getString("type")).containsOnly("error");
    }
    assertThat(Replica.tasksOf(plans.state(petId))).hasSize(1);
  }

  @Test
  void whoKeepsItNoLongerHearsNothingMoreByWhateverDoor() {
    String token = servers.tokens().of("bob");
    try (SocketClient socket = SocketClient.open(servers.auctionSocket("/care/" + petId), token);
        SseClient stream =
            SseClient.open(servers.auction(CarePlans.path(petId) + "/events"), token)) {
      socket.await("snapshot");
      stream.await("hello");
      plans.head(petId, "ann", "cid").expect(200);
      assertThat(socket.awaitCloseCode()).isEqualTo(4403);
      Waiting.await("the end of the stream").until(() -> !stream.isOpen());
      plans.operate(petId, "ann", Operations.add("walk")).expect(201);
      assertThat(stream.events()).extracting(SseEvent::type).doesNotContain("op");
      plans.as("bob").get(CarePlans.path(petId)).expect(403);
    }
  }

  @Test
  void cursorsAreShownToTheOthers() {
    try (SocketClient ann = join("ann");
        SocketClient bob = join("bob")) {
      ann.send(JsonText.of("type", "cursor", "taskId", "walk", "field", "text"));
      JsonObject cursor = bob.await("cursor");
      assertThat(cursor.getString("userId")).isEqualTo("ann");
      assertThat(cursor.getString("taskId")).isEqualTo("walk");
    }
  }

  private SocketClient join(String user) {
    SocketClient client =
        SocketClient.open(servers.auctionSocket("/care/" + petId), servers.tokens().of(user));
    client.await("snapshot");
    return client;
  }

  /** Half of what he says goes nowhere, or is done and not answered. */
  private static Callable<Void> editsWhileCutOff(Editor editor, long seed) {
    return () -> {
      editor.editing(seed, EDITS).call();
      editor.cut();
      editor.comeBack();
      editor.editing(seed + 100, EDITS).call();
      return null;
    };
  }
}
