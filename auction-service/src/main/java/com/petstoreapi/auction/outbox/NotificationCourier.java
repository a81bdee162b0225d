package com.petstoreapi.auction.outbox;

import com.petstoreapi.edge.json.JsonText;
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import jakarta.json.JsonObject;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;

/** Brings everything to notification-service, over HTTP. */
final class NotificationCourier implements Courier {
  private static final System.Logger LOG = System.getLogger(NotificationCourier.class.getName());
  private static final MediaType PROBLEM = MediaType.valueOf("application/problem+json");

  /** Codes that say of the content, and not of the address or the moment, that it is wrong. */
  private static final Set<String> INVALID =
      Set.of(ErrorCode.INVALID_MESSAGE.wire(), ErrorCode.PAYLOAD_TOO_LARGE.wire());

  /** What no pet over there can be called: the address of its sale would mean something else. */
  private static final Set<String> NO_PETS = Set.of(".", "..", "notifications");

  private final NotificationService service;
  private final ServiceToken token;

  NotificationCourier(NotificationService service, ServiceToken token) {
    this.service = service;
    this.token = token;
  }

  @Override
  public void publish(List<Notice> notices) throws NotDelivered, Refused {
    String events = Notice.json(notices);
    call(bearer -> service.publish(bearer, events));
  }

  @Override
  public void sell(Sold sold) throws NotDelivered, Refused {
    if (NO_PETS.contains(sold.petId())) {
      LOG.log(System.Logger.Level.WARNING, "{0} was sold, which no pet can be", sold.petId());
      publish(sold.told());
      return;
    }
    String sale = sold.json();
    call(bearer -> service.sell(bearer, sold.petId(), sale));
  }

  private void call(Call call) throws NotDelivered, Refused {
    try (Response response = call.with("Bearer " + token.get())) {
      if (response.getStatus() == Response.Status.CREATED.getStatusCode()) {
        return;
      }
      refuseIfInvalid(response);
      throw new NotDelivered("notification-service answered " + response.getStatus());
    } catch (ProcessingException e) {
      throw new NotDelivered("notification-service cannot be reached", e);
    }
  }

  /** Anything else may change: the address, the token, what a proxy lets through. */
  private static void refuseIfInvalid(Response response) throws Refused {
    if (!PROBLEM.isCompatible(response.getMediaType())) {
      return;
    }
    try {
      JsonObject problem = JsonText.parse(response.readEntity(String.class)).asJsonObject();
      String code = problem.getString("code", "");
      if (INVALID.contains(code)) {
        throw new Refused(code, problem.getString("detail", ""));
      }
    } catch (Refusal | ClassCastException e) {
      LOG.log(System.Logger.Level.DEBUG, "an answer that is no problem of ours", e);
    }
  }

  /** A call that is made with an authorization. */
  @FunctionalInterface
  private interface Call {
    Response with(String authorization);
  }
}
