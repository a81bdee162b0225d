package com.petstoreapi.auction.outbox;

import com.petstoreapi.auction.watch.WatchLists;
import com.petstoreapi.edge.identity.Identity;
import com.petstoreapi.realtime.tracing.Tracing;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/** Builds the relay that carries announcements to notification-service. */
public final class Relays {
  private Relays() {}

  /**
   * @param ours whether it is this node that delivers
   * @throws IllegalStateException when no token is set and none can be issued
   */
  public static OutboxRelay toNotificationService(
      Outbox outbox,
      WatchLists watchLists,
      RelaySettings settings,
      Identity identity,
      Clock clock,
      BooleanSupplier ours,
      Tracing tracing) {
    NotificationService service =
        RestClientBuilder.newBuilder()
            .baseUri(settings.url())
            .connectTimeout(settings.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
            .readTimeout(settings.readTimeout().toMillis(), TimeUnit.MILLISECONDS)
            .property("microprofile.rest.client.disable.default.mapper", true)
            .build(NotificationService.class);
    Courier courier = new NotificationCourier(service, token(settings, identity, clock));
    return new OutboxRelay(outbox, new Delivery(outbox, watchLists, courier, tracing), ours);
  }

  private static ServiceToken token(RelaySettings settings, Identity identity, Clock clock) {
    return settings
        .tokenFile()
        .map(ServiceToken::ofFile)
        .or(
            () ->
                identity
                    .developmentIssuer()
                    .map(issuer -> ServiceToken.ofDevelopment(issuer, clock)))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "no token for notification-service: set petstore.notifications.token-file"));
  }
}
