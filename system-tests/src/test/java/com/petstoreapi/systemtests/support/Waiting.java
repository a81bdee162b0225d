package com.petstoreapi.systemtests.support;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** How long these tests wait for what they wait for: a limit in seconds, looked at often. */
public final class Waiting {
  private static final Duration LOOK_EVERY = Duration.ofMillis(50);

  private Waiting() {}

  public static ConditionFactory await(String forWhat) {
    return upTo(20, forWhat);
  }

  public static ConditionFactory upTo(int seconds, String forWhat) {
    return Awaitility.await(forWhat)
        .atMost(Duration.ofSeconds(seconds))
        .pollDelay(Duration.ZERO)
        .pollInterval(LOOK_EVERY);
  }
}
