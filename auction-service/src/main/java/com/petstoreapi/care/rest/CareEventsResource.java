package com.petstoreapi.care.rest;

import com.petstoreapi.care.Visitor;
import com.petstoreapi.care.desk.CareStreams;
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

/** The plan as it changes, over SSE: the same events and positions as on the socket. */
@Path("care/{petId}/events")
@RequestScoped
@Produces(SseExchange.MEDIA_TYPE)
public class CareEventsResource {
  @Inject private CareStreams streams;
  @Inject private CircleStreams circle;

  /** Opens a stream. */
  @GET
  public void stream(
      @Context SseEventSink sink,
      @Context Sse sse,
      @Context HttpServletRequest request,
      @Context HttpServletResponse response,
      @BeanParam Caller caller,
      @PathParam("petId") String petId,
      @BeanParam StreamParameters parameters) {
    Visitor visitor = CareVisitors.of(caller);
    LiveStream stream = streams.stream(petId, visitor);
    StreamQuery query = parameters.query();
    SseExchange exchange = new SseExchange(sink, sse, request, response);
    circle.open(exchange, stream, query, caller.principal(), () -> streams.admits(petId, visitor));
  }

  /** The headers alone: JAX-RS would otherwise run the method above and open a stream. */
  @HEAD
  public Response headers(
      @PathParam("petId") String petId,
      @BeanParam Caller caller,
      @Context HttpServletResponse response) {
    streams.stream(petId, CareVisitors.of(caller));
    SseExchange.setHeaders(response);
    return Response.ok().build();
  }
}
