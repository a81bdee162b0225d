package com.petstoreapi.chat.rest;

import com.petstoreapi.chat.Rooms;
import com.petstoreapi.chat.Visitor;
import com.petstoreapi.chat.desk.ChatDesk;
import com.petstoreapi.chat.desk.ChatStreams;
import com.petstoreapi.chat.json.ChatEventJson;
import com.petstoreapi.edge.history.HistoryQuery;
import com.petstoreapi.edge.history.LongPolls;
import com.petstoreapi.edge.json.JsonBody;
import com.petstoreapi.edge.rest.Caller;
import com.petstoreapi.edge.settings.StreamSettings;
import com.petstoreapi.edge.store.Commits;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;

/** What is said in a chat. */
@Path("chats/{id}/messages")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class MessagesResource {
  @Inject private ChatStreams streams;
  @Inject private Rooms rooms;
  @Inject private ChatDesk desk;
  @Inject private LongPolls longPolls;
  @Inject private StreamSettings settings;

  /** All that has happened, in pages; with {@code wait}, as soon as there is something. */
  @GET
  public CompletionStage<String> page(
      @PathParam("id") String id, @BeanParam Caller caller, @BeanParam HistoryQuery query) {
    Visitor visitor = Visitors.of(caller);
    return longPolls.page(
        streams.stream(id, visitor), caller.user(), query, () -> rooms.get(id, visitor));
  }

  /** {@code {"text"}} → 201 {@code {"position","at"}}, once it is durable. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response say(@PathParam("id") String id, @BeanParam Caller caller, JsonBody body) {
    String text = ChatEventJson.text(body.fields());
    String said =
        Commits.await(desk.say(id, caller.user(), text, caller::key), settings.commandTimeout());
    return Response.status(Response.Status.CREATED).entity(said).build();
  }
}
