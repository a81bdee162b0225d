package com.petstoreapi.benchmarks.textbook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A broadcast over WebSocket by {@code getAsyncRemote}, to one session after the other. */
@ServerEndpoint("/sockets")
public class Sockets {
  private static final Set<Session> SESSIONS = ConcurrentHashMap.newKeySet();

  @OnOpen
  public void open(Session session) {
    SESSIONS.add(session);
  }

  @OnClose
  public void close(Session session) {
    SESSIONS.remove(session);
  }

  /** What is told to all of them. */
  @ApplicationScoped
  @Path("/broadcasts")
  public static class Broadcasts {
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response publish(String body) {
      SESSIONS.forEach(session -> session.getAsyncRemote().sendText(body));
      return Response.status(Response.Status.CREATED).build();
    }
  }
}
