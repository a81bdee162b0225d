package com.petstoreapi.notification.rest;

import com.petstoreapi.edge.identity.Roles;
import com.petstoreapi.edge.json.JsonBody;
import com.petstoreapi.edge.rest.Caller;
import com.petstoreapi.edge.rest.Parameters;
import com.petstoreapi.edge.sse.StreamQuery;
import com.petstoreapi.notification.NotificationStream;
import com.petstoreapi.notification.store.Publishing;
import com.petstoreapi.realtime.delivery.Filter;
import com.petstoreapi.realtime.delivery.LiveStream;
import com.petstoreapi.realtime.delivery.LiveStreams;
import com.petstoreapi.realtime.delivery.Start;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** Notifications by plain HTTP: publishing, and the history with long poll. */
@Path("notifications")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class NotificationsResource {
  private static final int MAX_WAIT_SECONDS = 30;

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

  /**
   * A page of what the caller may see.
   *
   * @param after a position; left out, the page begins with the oldest event that is kept
   * @param wait seconds to hold the request until there is something, 0 to 30
   */
  @GET
  @RolesAllowed({Roles.USER, Roles.SUPPORT, Roles.ADMIN})
  public CompletionStage<String> page(
      @BeanParam Caller caller,
      @QueryParam("after") String after,
      @QueryParam("limit") String limit,
      @QueryParam("types") String types,
      @QueryParam("wait") String wait) {
    LiveStream stream = streams.stream(NotificationStream.NAME);
    Filter filter = new Filter(caller.user(), StreamQuery.types(types), Set.of());
    Start start = after == null || after.isEmpty() ? new Start.Earliest() : Start.parse(after);
    int most = Parameters.limit(limit, 100, 1_000);
    int seconds = Parameters.number("wait", wait, 0, 0, MAX_WAIT_SECONDS);
    return longPolls.page(stream, filter, start, most, Duration.ofSeconds(seconds));
  }
}
