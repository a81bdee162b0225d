package com.petstoreapi.chat.rest;

import com.petstoreapi.chat.RoomQuery;
import com.petstoreapi.chat.RoomStatus;
import com.petstoreapi.chat.Rooms;
import com.petstoreapi.chat.desk.ChatDesk;
import com.petstoreapi.chat.desk.Inquiry;
import com.petstoreapi.chat.json.ChatEventJson;
import com.petstoreapi.chat.json.RoomJson;
import com.petstoreapi.edge.identity.Roles;
import com.petstoreapi.edge.json.JsonBody;
import com.petstoreapi.edge.json.JsonFields;
import com.petstoreapi.edge.json.JsonText;
import com.petstoreapi.edge.rest.Caller;
import com.petstoreapi.edge.rest.Pages;
import com.petstoreapi.edge.rest.Parameters;
import com.petstoreapi.edge.settings.StreamSettings;
import com.petstoreapi.edge.store.Commits;
import com.petstoreapi.edge.store.IdempotencyKey;
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.journal.Position;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The chats: where one is opened and found. */
@Path("chats")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ChatsResource {
  private static final int USUAL_LIMIT = 50;
  private static final int MOST_ITEMS = 200;

  @Inject private Rooms rooms;
  @Inject private ChatDesk desk;
  @Inject private StreamSettings settings;

  /** {@code {"subject"?,"about"?,"text"?}} → 201 and the room, once the text is durable, too. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.USER)
  public Response open(@BeanParam Caller caller, JsonBody body) {
    Inquiry inquiry = inquiry(body.fields());
    String room = answer(desk.open(caller.user(), inquiry, caller::key));
    String id = JsonText.parseObject(room).id("id");
    String state = inquiry.text().map(text -> say(id, text, room, caller)).orElse(room);
    return Response.created(URI.create("chats/" + id)).entity(state).build();
  }

  /**
   * A page of the caller's rooms, the newest first; or of the queue, the oldest first.
   *
   * @param cursor the {@code next} of the page before
   */
  @GET
  public String list(
      @BeanParam Caller caller,
      @QueryParam("queue") String queue,
      @QueryParam("status") String status,
      @QueryParam("limit") String limit,
      @QueryParam("cursor") String cursor) {
    RoomQuery query =
        new RoomQuery(
            caller.user(),
            isQueue(queue, caller),
            Parameters.oneOf("status", status, RoomStatus.class),
            Parameters.cursor(cursor),
            Parameters.limit(limit, USUAL_LIMIT, MOST_ITEMS));
    List<JsonObject> items = rooms.list(query).stream().map(RoomJson::item).toList();
    return Pages.byId(items, "id", query.limit());
  }

  /**
   * The first message, under a key of its own: should this fail, the request may be repeated as it
   * was, and finds the room that is there already.
   */
  private String say(String id, String text, String room, Caller caller) {
    String said =
        answer(desk.say(id, caller.user(), text, operation -> ofRoom(id, caller, operation)));
    String position = JsonText.parseObject(said).text("position", 64);
    return RoomJson.at(room, Position.parse(position).orElseThrow());
  }

  private static Optional<IdempotencyKey> ofRoom(String id, Caller caller, String operation) {
    return caller
        .key(operation)
        .map(key -> new IdempotencyKey("chat/" + id, key.key(), key.fingerprint()));
  }

  private String answer(CompletableFuture<String> answer) {
    return Commits.await(answer, settings.commandTimeout());
  }

  private static Inquiry inquiry(JsonFields fields) {
    return new Inquiry(
        RoomJson.subject(fields),
        RoomJson.about(fields),
        fields.has("text") ? Optional.of(ChatEventJson.text(fields)) : Optional.empty());
  }

  private static boolean isQueue(String queue, Caller caller) {
    if (queue == null || queue.isEmpty() || queue.equals("false")) {
      return false;
    }
    if (!queue.equals("true")) {
      throw Refusal.invalid("Parameter queue must be true or false.");
    }
    if (!Visitors.of(caller).isStaff()) {
      throw new Refusal(ErrorCode.FORBIDDEN, "The queue is for the support.");
    }
    return true;
  }
}
