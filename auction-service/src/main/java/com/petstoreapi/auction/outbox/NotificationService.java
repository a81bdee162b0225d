package com.petstoreapi.auction.outbox;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What we call of notification-service. Any answer is returned, failures as well. */
@Path("v1")
@Consumes(MediaType.APPLICATION_JSON)
public interface NotificationService {
  /**
   * @param authorization {@code Bearer} and a token of a publisher
   * @param events an array of {@code {"id","type","audience"?,"data"}}
   * @return 201 when they are durable
   */
  @POST
  @Path("notifications")
  Response publish(@HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, String events);

  /**
   * @param authorization the same
   * @param sale {@code {"userId","events"}}, with events as above
   * @return 201 when it is durable
   */
  @POST
  @Path("pets/{id}/sale")
  Response sell(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
      @PathParam("id") String petId,
      String sale);
}
