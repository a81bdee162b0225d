package com.petstoreapi.auction.outbox;

import jakarta.json.Json;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Collectors;

/** Publishes parcels as notifications. */
final class NotificationCourier implements Courier {
  private final NotificationService service;
  private final ServiceToken token;

  NotificationCourier(NotificationService service, ServiceToken token) {
    this.service = service;
    this.token = token;
  }

  @Override
  public void deliver(List<Parcel> parcels) throws NotDelivered {
    try (Response response = service.publish("Bearer " + token.get(), json(parcels))) {
      if (response.getStatus() != Response.Status.CREATED.getStatusCode()) {
        throw new NotDelivered("notification-service answered " + response.getStatus());
      }
    } catch (WebApplicationException e) {
      throw new NotDelivered("notification-service answered " + e.getResponse().getStatus(), e);
    } catch (ProcessingException e) {
      throw new NotDelivered("notification-service cannot be reached", e);
    }
  }

  private static String json(List<Parcel> parcels) {
    return parcels.stream()
        .map(NotificationCourier::json)
        .collect(Collectors.joining(",", "[", "]"));
  }

  /** Ids and types are ours and users are printable, yet a user's id may hold a quote. */
  private static String json(Parcel parcel) {
    String audience =
        parcel.audience().isEmpty()
            ? ""
            : "\"audience\":" + Json.createValue(parcel.audience()) + ",";
    return "{\"id\":\"%s\",\"type\":\"%s\",%s\"data\":%s}"
        .formatted(parcel.id(), parcel.type(), audience, parcel.data());
  }
}
