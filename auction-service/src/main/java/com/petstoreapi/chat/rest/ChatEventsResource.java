package com.petstoreapi.chat.rest;

import com.petstoreapi.chat.Rooms;
import com.petstoreapi.chat.Visitor;
import com.petstoreapi.chat.desk.ChatStreams;
import com.petstoreapi.circle.cluster.Dismissals;
import com.petstoreapi.edge.rest.Caller;
import com.petstoreapi.edge.sse.SseExchange;
import com.petstoreapi.edge.sse.SseStreams;
import com.petstoreapi.edge.sse.StreamQuery;
import com.petstoreapi.presence.Presence;
import com.petstoreapi.presence.Stay;
import com.petstoreapi.realtime.delivery.LiveStream;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;

/** The chat as it happens, for those whose network lets no WebSocket through. */
@Path("chats/{id}/events")
@RequestScoped
public class ChatEventsResource {
  @Inject private Rooms rooms;
  @Inject private ChatStreams streams;
  @Inject private SseStreams sseStreams;
  @Inject private Presence presence;
  @Inject private Dismissals dismissals;

  /**
   * Opens a stream: the same events and positions as on the socket.
   *
   * @param types only these types, with commas; left out, all
   * @param lastEventId where to begin, for clients that cannot send the header
   * @param padding bytes of a comment to send first
   */
  @GET
  @Produces(SseExchange.MEDIA_TYPE)
  public void stream(
      @Context SseEventSink sink,
      @Context Sse sse,
      @Context HttpServletRequest request,
      @Context HttpServletResponse response,
      @BeanParam Caller caller,
      @PathParam("id") String id,
      @HeaderParam("Last-Event-ID") String lastEventIdHeader,
      @QueryParam("types") String types,
      @QueryParam("lastEventId") String lastEventId,
      @QueryParam("padding") String padding) {
    LiveStream stream = streams.stream(id, Visitors.of(caller));
    StreamQuery query = StreamQuery.of(lastEventIdHeader, lastEventId, types, "", padding);
    sseStreams.open(
        new SseExchange(sink, sse, request, response),
        stream,
        query,
        caller.principal(),
        caller.user(),
        () -> arrive(id, caller, stream));
  }

  /** The headers alone: JAX-RS would otherwise run the method above and open a stream. */
  @HEAD
  @Produces(SseExchange.MEDIA_TYPE)
  public Response headers(
      @PathParam("id") String id, @BeanParam Caller caller, @Context HttpServletResponse response) {
    streams.stream(id, Visitors.of(caller));
    SseExchange.setHeaders(response);
    return Response.ok().build();
  }

  /** Whoever is being removed has a place by now, and is shown out again as soon as he has it. */
  private Runnable arrive(String id, Caller caller, LiveStream stream) {
    if (!isAdmitted(id, Visitors.of(caller))) {
      dismissals.dismiss(caller.user(), stream.name());
    }
    Stay stay = presence.enter(stream.name(), caller.user());
    return stay::leave;
  }

  private boolean isAdmitted(String id, Visitor visitor) {
    try {
      return rooms.get(id).room().admits(visitor);
    } catch (RuntimeException e) { // the answer is under way: he comes again, and is asked then
      return false;
    }
  }
}
