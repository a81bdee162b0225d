package com.petstoreapi.systemtests.cluster;

import com.petstoreapi.systemtests.support.Notifications;
import com.petstoreapi.systemtests.support.SocketClient;
import com.petstoreapi.systemtests.support.SseClient;
import com.petstoreapi.systemtests.support.SseEvent;
import com.petstoreapi.systemtests.support.Waiting;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The bell over an Artemis broker, whose end comes last. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ArtemisBellIT extends BellContract {
  @AutoClose private static final ArtemisBroker BROKER = ArtemisBroker.start();

  @AutoClose
  private static final Cluster CLUSTER =
      new Cluster(
          Map.of(
              "JMS_PROVIDER",
              "artemis",
              "ARTEMIS_CONNECTION",
              BROKER.connection(),
              "PETSTORE_BELL_LOOK_MILLIS",
              LOOK_MILLIS));

  ArtemisBellIT() {
    super(CLUSTER);
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void withoutTheBrokerNothingIsLostAndTheBellIsHeardAgainWhenItIsBack() {
    BROKER.kill();
    try (SseClient listener = there.listen("ann");
        SocketClient eve = otherHall.join("eve", hall.openWith())) {
      here.publish("no bell");
      Waiting.upTo(2 * LOOK_SECONDS, "it is found in the journal")
          .until(() -> listener.events("notification").stream().anyMatch(ArtemisBellIT::isNoBell));
      BROKER.launch();
      Waiting.upTo(60, "what only the bell tells is heard")
          .pollInterval(Duration.ofSeconds(1))
          .until(
              () -> {
                sendAway("eve");
                return !eve.isOpen();
              });
    }
  }

  private static boolean isNoBell(SseEvent event) {
    return Notifications.title(event).equals("no bell");
  }
}
