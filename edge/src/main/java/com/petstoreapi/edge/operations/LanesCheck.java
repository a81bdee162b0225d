package com.petstoreapi.edge.operations;

import com.petstoreapi.realtime.delivery.Lanes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/** Up while the lanes' watchdog ticks: without it one stalled client could hold up others. */
@Liveness
@Readiness
@ApplicationScoped
public class LanesCheck implements HealthCheck {
  @Inject private Lanes lanes;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("lanes")
        .status(lanes.alive())
        .withData("stuckWriters", lanes.stuckWriters())
        .build();
  }
}
