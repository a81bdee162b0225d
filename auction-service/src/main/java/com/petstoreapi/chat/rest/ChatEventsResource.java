package com.petstoreapi.chat.rest;

import com.petstoreapi.chat.Visitor;
import com.petstoreapi.chat.desk.ChatStreams;
import com.petstoreapi.circle.sse.CircleStreams;
import com.petstoreapi.edge.rest.Caller;
import com.petstoreapi.edge.sse.SseExchange;
import com.petstoreapi.edge.sse.StreamParameters;
import com.petstoreapi.edge.sse.StreamQuery;
import com.petstoreapi.realtime.delivery.LiveStream;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;

/** The chat as it happens, for those whose network lets no WebSocket through. */
@Path("chats/{id}/events")
@RequestScoped
public class ChatEventsResource {
  @Inject private ChatStreams streams;
  @Inject private CircleStreams circle;

  /** Opens a stream: the same events and positions as on the socket. */
  @GET
  @Produces(SseExchange.MEDIA_TYPE)
  public void stream(
      @Context SseEventSink sink,
      @Context Sse sse,
      @Context HttpServletRequest request,
      @Context HttpServletResponse response,
      @BeanParam Caller caller,
      @PathParam("id") String id,
      @BeanParam StreamParameters parameters) {
    Visitor visitor = Visitors.of(caller);
    LiveStream stream = streams.stream(id, visitor);
    StreamQuery query = parameters.query();
    SseExchange exchange = new SseExchange(sink, sse, request, response);
    circle.open(exchange, stream, query, caller.principal(), () -> streams.admits(id, visitor));
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
}
