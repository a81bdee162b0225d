package com.petstoreapi.edge.operations;

import com.petstoreapi.edge.connection.Drain;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Up until this node is about to stop. */
@Readiness
@ApplicationScoped
public class DrainCheck implements HealthCheck {
  @Inject private Drain drain;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("drain").status(!drain.hasBegun()).build();
  }
}
