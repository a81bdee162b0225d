package com.petstoreapi.benchmarks.textbook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseBroadcaster;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.concurrent.atomic.AtomicLong;

/** Notifications by a {@code SseBroadcaster}, with the container's sinks. */
@ApplicationScoped
@Path("/events")
public class Streams {
  private final AtomicLong ids = new AtomicLong();
  private volatile SseBroadcaster broadcaster;

  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public void listen(@Context SseEventSink sink, @Context Sse sse) {
    sink.send(sse.newEvent("connected"));
    broadcaster(sse).register(sink);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response publish(String body, @Context Sse sse) {
    OutboundSseEvent event =
        sse.newEventBuilder()
            .id(Long.toString(ids.incrementAndGet()))
            .name("notification")
            .data(body)
            .build();
    broadcaster(sse).broadcast(event);
    return Response.status(Response.Status.CREATED).build();
  }

  private SseBroadcaster broadcaster(Sse sse) {
    synchronized (this) {
      if (broadcaster == null) {
        broadcaster = sse.newBroadcaster();
      }
      return broadcaster;
    }
  }
}
