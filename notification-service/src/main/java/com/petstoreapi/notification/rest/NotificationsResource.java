package com.petstoreapi.notification.rest;

import com.petstoreapi.edge.history.HistoryQuery;
import com.petstoreapi.edge.history.LongPolls;
import com.petstoreapi.edge.identity.Roles;
import com.petstoreapi.edge.json.JsonBody;
import com.petstoreapi.edge.rest.Caller;
import com.petstoreapi.notification.NotificationStream;
import com.petstoreapi.notification.store.Publishing;
import com.petstoreapi.realtime.delivery.LiveStreams;
import com.petstoreapi.realtime.journal.Draft;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Notifications by plain HTTP: publishing, and the history with long poll. */
@Path("notifications")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class NotificationsResource {
  @Inject private LiveStreams streams;
  @Inject private Publishing publishing;
  @Inject private LongPolls longPolls;

  /** {@code {"id"?,"type","audience"?,"data"}} or an array → 201 {@code {"position"}}. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.PUBLISHER)
  public Response publish(@BeanParam Caller caller, JsonBody body) {
    List<Draft> drafts = Drafts.of(body);
    String position = publishing.publish(caller.key("publish", body), drafts);
    return Response.status(Response.Status.CREATED).entity(position).build();
  }

  /** A page of what the caller may see. */
  @GET
  @RolesAllowed({Roles.USER, Roles.SUPPORT, Roles.ADMIN})
  public CompletionStage<String> page(@BeanParam Caller caller, @BeanParam HistoryQuery query) {
    return longPolls.page(streams.stream(NotificationStream.NAME), caller.user(), query);
  }
}
