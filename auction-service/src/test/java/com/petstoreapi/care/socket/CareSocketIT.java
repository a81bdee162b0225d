package com.petstoreapi.care.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.petstoreapi.auction.support.LiveSocket;
import com.petstoreapi.auction.support.ServiceClient;
import com.petstoreapi.auction.support.Shipped;
import com.petstoreapi.care.support.LivePlan;
import com.petstoreapi.socket.Sockets;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Duration;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A care plan over the socket. */
@ExtendWith(ArquillianExtension.class)
class CareSocketIT {
  @Inject private Sockets sockets;

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
    await().atMost(Duration.ofSeconds(20)).until(() -> sockets.open() == 0);
  }

  @Test
  void beginsWithASnapshotAndThenSaysWhoIsThere() {
    String position = plan.add("ann", "a");
    try (LiveSocket bob = plan.socket("bob", "")) {
      JsonObject snapshot = bob.awaitMessage("snapshot");
      assertThat(snapshot.getString("position")).isEqualTo(position);
      assertThat(snapshot.getJsonObject("plan")).isEqualTo(plan.state());
      assertThat(bob.awaitMessage("presence").getJsonArray("join")).hasSize(1);
      assertThat(bob.types()).startsWith("snapshot");
    }
  }

  @Test
  void anOperationIsAcceptedAndToldToAll() {
    try (LiveSocket ann = plan.socket("ann", "");
        LiveSocket bob = plan.socket("bob", "")) {
      bob.awaitMessage("snapshot");
      ann.send(op("k-1", LivePlan.addition("a")));
      JsonObject accepted = ann.awaitMessage("accepted");
      assertThat(accepted.getString("key")).isEqualTo("k-1");
      assertThat(accepted.getString("effect")).isEqualTo("applied");
      for (LiveSocket each : new LiveSocket[] {ann, bob}) {
        JsonObject told = each.awaitMessage("op");
        assertThat(told.getString("from")).isEqualTo("ann");
        assertThat(told.getJsonObject("op").getString("id")).isEqualTo("a");
        assertThat(told.getJsonObject("op").isNull("after")).isTrue();
        assertThat(told.getString("position")).isEqualTo(accepted.getString("position"));
      }
    }
  }

  @Test
  void whatIsSaidAgainOverHttpIsTheSameOperation() {
    try (LiveSocket ann = plan.socket("ann", "")) {
      ann.send(op("k-2", LivePlan.addition("a")));
      String position = ann.awaitMessage("accepted").getString("position");
      String again = plan.operate("ann", LivePlan.addition("a"), "Idempotency-Key", "k-2").body();
      assertThat(again).contains("\"effect\":\"applied\"", position);
    }
  }

  @Test
  void anEditOfATaskThatIsGoneIsAcceptedWithoutEffectAndToldToNobody() {
    try (LiveSocket ann = plan.socket("ann", "")) {
      ann.send(op("k-3", "{\"op\":\"check\",\"id\":\"gone\",\"done\":true}"));
      JsonObject accepted = ann.awaitMessage("accepted");
      assertThat(accepted.getString("effect")).isEqualTo("none");
      assertThat(accepted.getString("position")).isEqualTo(plan.state().getString("position"));
      ann.send("{\"type\":\"ping\",\"at\":1}");
      ann.awaitMessage("pong");
      assertThat(ann.types()).doesNotContain("op");
    }
  }

  @Test
  void whoComesBackIsToldWhatHeMissed() {
    String seen = plan.add("ann", "a");
    plan.add("ann", "b");
    try (LiveSocket bob = plan.socket("bob", "?after=" + seen)) {
      bob.awaitMessage("resumed");
      assertThat(bob.types()).startsWith("op", "resumed").doesNotContain("snapshot");
    }
    try (LiveSocket bob = plan.socket("bob", "?after=1-zzzzzz")) {
      assertThat(bob.awaitMessage("reset").getString("petId")).isEqualTo(plan.petId());
      assertThat(bob.awaitMessage("snapshot").getJsonObject("plan")).isEqualTo(plan.state());
    }
  }

  @Test
  void aCursorIsShownToTheOthersAndEndsByItself() {
    try (LiveSocket ann = plan.socket("ann", "");
        LiveSocket bob = plan.socket("bob", "")) {
      bob.awaitMessage("snapshot");
      ann.send("{\"type\":\"cursor\",\"taskId\":\"a\",\"field\":\"text\"}");
      JsonObject cursor = bob.awaitMessage("cursor");
      assertThat(cursor.getString("userId")).isEqualTo("ann");
      assertThat(cursor.getString("taskId")).isEqualTo("a");
      assertThat(cursor.getString("field")).isEqualTo("text");
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> bob.types().stream().filter("cursor"::equals).count() == 2);
      assertThat(ann.types()).doesNotContain("cursor");
    }
  }

  @Test
  void whoKeepsItNoLongerIsShownOut() {
    try (LiveSocket ann = plan.socket("ann", "");
        LiveSocket bob = plan.socket("bob", "")) {
      bob.awaitMessage("snapshot");
      ann.awaitMessage("snapshot");
      plan.head("ann");
      assertThat(bob.awaitClose()).isEqualTo(4403);
      plan.add("ann", "a");
      ann.awaitMessage("op");
      assertThat(bob.types()).doesNotContain("op");
    }
  }

  @Test
  void strangersAreTurnedAway() {
    assertTurnedAway("forbidden", 4403, "eve", plan.petId());
    assertTurnedAway("not-found", 1008, "ann", "no-such-pet");
  }

  @Test
  void whatIsWrongIsAnsweredAndChangesNothing() {
    try (LiveSocket ann = plan.socket("ann", "")) {
      ann.send(op("k-4", "{\"op\":\"dance\",\"id\":\"a\"}"));
      JsonObject error = ann.awaitMessage("error");
      assertThat(error.getString("code")).isEqualTo("invalid-message");
      assertThat(error.getString("key")).isEqualTo("k-4");
    }
    try (LiveSocket sue = plan.socket("sue", "")) {
      sue.send(op("k-5", LivePlan.addition("a")));
      assertThat(sue.awaitMessage("rejected").getString("code")).isEqualTo("forbidden");
    }
    assertThat(plan.state().getJsonArray("tasks")).isEmpty();
  }

  private static void assertTurnedAway(String code, int closeCode, String user, String petId) {
    try (LiveSocket socket = ServiceClient.of(user, "user").socket("/care/" + petId)) {
      assertThat(socket.awaitMessage("error").getString("code")).isEqualTo(code);
      assertThat(socket.awaitClose()).isEqualTo(closeCode);
      assertThat(socket.types()).containsExactly("error");
    }
  }

  private static String op(String key, String operation) {
    return "{\"type\":\"op\",\"key\":\"%s\",\"op\":%s}".formatted(key, operation);
  }
}
