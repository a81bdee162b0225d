package com.petstoreapi.edge.operations;

import com.petstoreapi.edge.runtime.StartUp;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** Up once the schema is there and the settings were found right. */
@Startup
@ApplicationScoped
public class StartedCheck implements HealthCheck {
  @Inject private StartUp startUp;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("started").status(startUp.isDone()).build();
  }
}
