package com.petstoreapi.systemtests.cluster;

import com.petstoreapi.systemtests.support.PetstoreServers;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;

/** The bell over Liberty's own messaging engine, which the first notification-service hosts. */
class EmbeddedBellIT extends BellContract {
  private static final String ENGINE = Integer.toString(PetstoreServers.freePort());

  @AutoClose
  private static final Cluster CLUSTER =
      new Cluster(
          Map.of(
              "JMS_PROVIDER",
              "embedded",
              "JMS_ENGINE_ADDRESS",
              "localhost:" + ENGINE,
              "PETSTORE_BELL_LOOK_MILLIS",
              LOOK_MILLIS),
          Map.of("JMS_ENGINE", "here", "JMS_PORT", ENGINE));

  EmbeddedBellIT() {
    super(CLUSTER);
  }
}
