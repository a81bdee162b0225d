package com.petstoreapi.chat.rest;

import com.petstoreapi.chat.RoomAt;
import com.petstoreapi.chat.Rooms;
import com.petstoreapi.chat.Visitor;
import com.petstoreapi.chat.desk.ChatDesk;
import com.petstoreapi.chat.json.RoomJson;
import com.petstoreapi.edge.json.JsonBody;
import com.petstoreapi.edge.json.JsonFields;
import com.petstoreapi.edge.rest.Caller;
import com.petstoreapi.edge.settings.StreamSettings;
import com.petstoreapi.edge.store.Commits;
import com.petstoreapi.presence.Presence;
import com.petstoreapi.presence.json.PresenceJson;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A chat as a whole. What is done with it is answered with the room as it stands then. */
@Path("chats/{id}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class RoomResource {
  @Inject private Rooms rooms;
  @Inject private ChatDesk desk;
  @Inject private Presence presence;
  @Inject private StreamSettings settings;

  /** The room, and how far its people have read. */
  @GET
  public String get(@PathParam("id") String id, @BeanParam Caller caller) {
    RoomAt room = rooms.get(id, Visitors.of(caller));
    return RoomJson.state(room, rooms.readPositions(id)).toString();
  }

  /** {@code {"count","users"}}: who is there, on whatever node. */
  @GET
  @Path("presence")
  public String presence(@PathParam("id") String id, @BeanParam Caller caller) {
    RoomAt room = rooms.get(id, Visitors.of(caller));
    return PresenceJson.state(presence.of(room.room().stream()));
  }

  /**
   * {@code {"userId"?}}: left out, the caller takes it; null puts it back into the queue; else it
   * is handed on.
   */
  @PUT
  @Path("agent")
  @Consumes(MediaType.APPLICATION_JSON)
  public String assign(@PathParam("id") String id, @BeanParam Caller caller, JsonBody body) {
    Visitor visitor = Visitors.of(caller);
    return answer(desk.assign(id, visitor, agent(body, visitor), caller::key));
  }

  @POST
  @Path("close")
  public String close(@PathParam("id") String id, @BeanParam Caller caller) {
    return answer(desk.close(id, Visitors.of(caller), caller::key));
  }

  /** It waits in the queue again. */
  @POST
  @Path("reopen")
  public String reopen(@PathParam("id") String id, @BeanParam Caller caller) {
    return answer(desk.reopen(id, Visitors.of(caller), caller::key));
  }

  /** Whether he belongs to it before or not. */
  @PUT
  @Path("members/{userId}")
  public String add(
      @PathParam("id") String id, @PathParam("userId") String userId, @BeanParam Caller caller) {
    String user = Visitors.requireUser(userId);
    return answer(desk.add(id, Visitors.of(caller), user, caller::key));
  }

  /** Ends his sockets and streams of this chat, too. */
  @DELETE
  @Path("members/{userId}")
  public String remove(
      @PathParam("id") String id, @PathParam("userId") String userId, @BeanParam Caller caller) {
    String user = Visitors.requireUser(userId);
    return answer(desk.remove(id, Visitors.of(caller), user, caller::key));
  }

  private static Optional<String> agent(JsonBody body, Visitor visitor) {
    JsonFields fields = body.fields();
    boolean isNull =
        body.value() instanceof JsonObject object
            && object.containsKey("userId")
            && object.isNull("userId");
    return isNull
        ? Optional.empty()
        : Optional.of(fields.optionalUser("userId").orElse(visitor.user()));
  }

  private String answer(CompletableFuture<String> answer) {
    return Commits.await(answer, settings.commandTimeout());
  }
}
