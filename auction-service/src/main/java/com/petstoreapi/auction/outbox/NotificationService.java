package com.petstoreapi.auction.outbox;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What we call of notification-service. */
@Path("v1/notifications")
public interface NotificationService {
  /**
   * @param authorization {@code Bearer} and a token of a publisher
   * @param events an array of {@code {"id","type","audience"?,"data"}}
   * @return 201 when they are durable
   */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  Response publish(@HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, String events);
}
