package com.petstoreapi.systemtests.care;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.systemtests.cluster.BrokeredCluster;
import com.petstoreapi.systemtests.cluster.Cluster;
import com.petstoreapi.systemtests.cluster.WithCluster;
import com.petstoreapi.systemtests.support.Crowd;
import com.petstoreapi.systemtests.support.JsonText;
import com.petstoreapi.systemtests.support.SocketClient;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A care plan that is edited at two nodes at once. */
@WithCluster
class CarePlanOfNodesIT {
  private static final int EDITS = 18;

  private final Cluster cluster;
  private final CarePlans here;
  private final CarePlans there;
  private String petId;

  CarePlanOfNodesIT(BrokeredCluster brokered) {
    this.cluster = brokered.nodes();
    this.here = new CarePlans(cluster.first());
    this.there = new CarePlans(cluster.second());
  }

  @BeforeEach
  void threeKeepAPlan() {
    petId = here.begin("bob", "cid");
  }

  @Test
  void whoEditAtBothNodesSeeTheSameInTheEnd() {
    try (Editor ann = here.editor(petId, "ann");
        Editor bob = there.editor(petId, "bob");
        Editor cid = there.editor(petId, "cid")) {
      List<Editor> all = List.of(ann, bob, cid);
      all.forEach(Editor::come);
      Crowd.of(List.of(ann.editing(1, EDITS), bob.editing(2, EDITS), cid.editing(3, EDITS)));
      all.forEach(Editor::awaitAnswers);

      JsonObject plan = here.state(petId);
      assertThat(there.state(petId)).isEqualTo(plan);
      for (Editor editor : all) {
        editor.awaitAllOf(plan);
        assertThat(editor.tasks()).isEqualTo(Replica.tasksOf(plan));
      }
    }
  }

  @Test
  void whoKeepsItNoLongerIsShownOutAtTheOtherNode() {
    try (SocketClient bob = join(there, "bob")) {
      here.head(petId, "ann", "cid").expect(200);
      assertThat(bob.awaitCloseCode()).isEqualTo(4403);
    }
  }

  @Test
  void aCursorIsSeenAtTheOtherNode() {
    try (SocketClient ann = join(here, "ann");
        SocketClient bob = join(there, "bob")) {
      ann.send(JsonText.of("type", "cursor", "taskId", "walk"));
      assertThat(bob.await("cursor").getString("userId")).isEqualTo("ann");
    }
  }

  private SocketClient join(CarePlans at, String user) {
    SocketClient client = SocketClient.open(at.socket(petId), cluster.tokens().of(user));
    client.await("snapshot");
    return client;
  }
}
