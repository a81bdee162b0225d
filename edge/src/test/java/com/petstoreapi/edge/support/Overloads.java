package com.petstoreapi.edge.support;

import com.petstoreapi.edge.admission.Overload;
import com.petstoreapi.edge.settings.AdmissionSettings;
import java.time.Duration;

/** Nodes with little, and with too much to do. */
public final class Overloads {
  private static final Duration MARK = Duration.ofSeconds(1);

  private Overloads() {}

  /** One that turns nobody away until it is told to by {@link #overload}. */
  public static Overload none() {
    return new Overload(
        new AdmissionSettings(
            true,
            MARK,
            Duration.ofMillis(500),
            0.9,
            0.8,
            Duration.ZERO,
            Duration.ZERO,
            Duration.ofSeconds(5)));
  }

  /** From now on there is too much to do. */
  public static void overload(Overload overload) {
    overload.measured(new Overload.Measured(MARK.multipliedBy(2), 0), 0);
  }

  /** From now on there is not. */
  public static void relieve(Overload overload) {
    overload.measured(new Overload.Measured(Duration.ZERO, 0), 0);
  }
}
