package com.petstoreapi.chat.rest;

import com.petstoreapi.chat.desk.ReadMarks;
import com.petstoreapi.chat.json.RoomJson;
import com.petstoreapi.edge.json.JsonBody;
import com.petstoreapi.edge.rest.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** How far the caller has read in a chat. */
@Path("chats/{id}/read-position")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ReadPositionResource {
  @Inject private ReadMarks readMarks;

  /** {@code {"position","unread"}}. */
  @GET
  public String reading(@PathParam("id") String id, @BeanParam Caller caller) {
    return RoomJson.reading(readMarks.of(id, caller.user()));
  }

  /** {@code {"position"}}: forward only → 200 and how it stands. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  public String read(@PathParam("id") String id, @BeanParam Caller caller, JsonBody body) {
    readMarks.set(id, caller.user(), body.fields().text("position", 64));
    return RoomJson.reading(readMarks.of(id, caller.user()));
  }
}
