package com.petstoreapi.notification.rest;

import com.petstoreapi.edge.identity.Roles;
import com.petstoreapi.edge.json.JsonBody;
import com.petstoreapi.edge.rest.Caller;
import com.petstoreapi.notification.NotificationStream;
import com.petstoreapi.notification.store.ReadPositions;
import com.petstoreapi.realtime.delivery.LiveStreams;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.journal.Position;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;

/** How far the caller has read. */
@Path("notifications/read-position")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.USER, Roles.SUPPORT, Roles.ADMIN})
public class ReadPositionResource {
  @Inject private ReadPositions readPositions;
  @Inject private LiveStreams streams;

  /** {@code {"position","unread"}}. */
  @GET
  public String get(@BeanParam Caller caller) throws SQLException {
    ReadPositions.ReadPosition read = readPositions.get(caller.user());
    return "{\"position\":\"%s\",\"unread\":%d}".formatted(read.position(), read.unread());
  }

  /** {@code {"position"}} → what it then is: it goes forward only. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  public String put(@BeanParam Caller caller, JsonBody body) throws SQLException {
    Position head = streams.stream(NotificationStream.NAME).head();
    Position position =
        Position.parse(body.fields().text("position", 40))
            .filter(asked -> asked.epoch().isEmpty() || asked.epoch().equals(head.epoch()))
            .filter(asked -> asked.seq() <= head.seq())
            .orElseThrow(() -> Refusal.invalid("Field position is no position of this stream."));
    readPositions.moveTo(caller.user(), position.seq());
    return get(caller);
  }
}
