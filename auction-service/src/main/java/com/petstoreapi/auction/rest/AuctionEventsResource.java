package com.petstoreapi.auction.rest;

import com.petstoreapi.auction.Auctions;
import com.petstoreapi.auction.Snapshot;
import com.petstoreapi.auction.desk.AuctionStreams;
import com.petstoreapi.edge.history.HistoryQuery;
import com.petstoreapi.edge.history.LongPolls;
import com.petstoreapi.edge.rest.Caller;
import com.petstoreapi.edge.sse.SseExchange;
import com.petstoreapi.edge.sse.SseStreams;
import com.petstoreapi.edge.sse.StreamParameters;
import com.petstoreapi.edge.sse.StreamQuery;
import com.petstoreapi.presence.Presence;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.concurrent.CompletionStage;

/** The auction as it happens, for those whose network lets no WebSocket through. */
@Path("auctions/{id}/events")
@RequestScoped
public class AuctionEventsResource {
  @Inject private Auctions auctions;
  @Inject private AuctionStreams streams;
  @Inject private Presence presence;
  @Inject private SseStreams sseStreams;
  @Inject private LongPolls longPolls;

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
    Snapshot auction = auctions.get(id);
    LiveStream stream = streams.streamOfKnown(id);
    StreamQuery query = parameters.query();
    SseExchange exchange = new SseExchange(sink, sse, request, response);
    String name = auction.auction().nameOf(caller.user());
    sseStreams.open(
        exchange,
        stream,
        query,
        caller.principal(),
        caller.user(),
        () -> presence.enter(stream.name(), name)::leave);
  }

  /** The same by plain HTTP, in pages: where no stream comes through either. */
  @GET
  @Produces(MediaType.APPLICATION_JSON + ";qs=0.5") // who takes anything gets the stream
  public CompletionStage<String> page(
      @BeanParam Caller caller, @PathParam("id") String id, @BeanParam HistoryQuery query) {
    return longPolls.page(streams.stream(id), caller.user(), query);
  }

  /** The headers alone: JAX-RS would otherwise run the method above and open a stream. */
  @HEAD
  @Produces(SseExchange.MEDIA_TYPE)
  public Response headers(@PathParam("id") String id, @Context HttpServletResponse response) {
    streams.stream(id);
    SseExchange.setHeaders(response);
    return Response.ok().build();
  }
}
