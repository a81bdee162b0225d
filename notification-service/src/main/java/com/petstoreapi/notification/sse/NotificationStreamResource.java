package com.petstoreapi.notification.sse;

import com.petstoreapi.edge.identity.Roles;
import com.petstoreapi.edge.rest.Caller;
import com.petstoreapi.edge.sse.SseExchange;
import com.petstoreapi.edge.sse.SseStreams;
import com.petstoreapi.edge.sse.StreamParameters;
import com.petstoreapi.edge.sse.StreamQuery;
import com.petstoreapi.notification.NotificationStream;
import com.petstoreapi.realtime.delivery.LiveStreams;
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;

/** The notifications as they happen. */
@Path("pets/notifications")
@RequestScoped
@RolesAllowed({Roles.USER, Roles.SUPPORT, Roles.ADMIN})
public class NotificationStreamResource {
  @Inject private LiveStreams streams;
  @Inject private SseStreams sseStreams;

  /**
   * Opens a stream.
   *
   * @param userId whose private events to send: the caller's own; for support and admins anybody's
   * @param petId only what is about this pet
   */
  @GET
  @Produces(SseExchange.MEDIA_TYPE)
  public void stream(
      @Context SseEventSink sink,
      @Context Sse sse,
      @Context HttpServletRequest request,
      @Context HttpServletResponse response,
      @BeanParam Caller caller,
      @QueryParam("userId") String userId,
      @QueryParam("petId") String petId,
      @BeanParam StreamParameters parameters) {
    String user = userWhoseEvents(caller, userId);
    StreamQuery query = parameters.queryAbout(petId);
    SseExchange exchange = new SseExchange(sink, sse, request, response);
    sseStreams.open(
        exchange, streams.stream(NotificationStream.NAME), query, caller.principal(), user);
  }

  /** The headers alone: JAX-RS would otherwise run the method above and open a stream. */
  @HEAD
  @Produces(SseExchange.MEDIA_TYPE)
  public Response headers(@Context HttpServletResponse response) {
    SseExchange.setHeaders(response);
    return Response.ok().build();
  }

  private static String userWhoseEvents(Caller caller, String userId) {
    if (userId == null || userId.isEmpty() || userId.equals(caller.user())) {
      return caller.user();
    }
    if (!caller.isOneOf(Roles.SUPPORT, Roles.ADMIN)) {
      throw new Refusal(ErrorCode.FORBIDDEN, "These are another user's notifications.");
    }
    return userId;
  }
}
