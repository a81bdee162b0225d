package com.petstoreapi.catalog.rest;

import com.petstoreapi.catalog.store.SaleDesk;
import com.petstoreapi.edge.identity.Roles;
import com.petstoreapi.edge.json.JsonBody;
import com.petstoreapi.edge.rest.Caller;
import com.petstoreapi.notification.rest.Drafts;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.journal.Draft;
import com.petstoreapi.realtime.value.Names;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Pets that were sold elsewhere, in an auction for example. */
@Path("pets/{id}/sale")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SaleResource {
  @Inject private SaleDesk desk;

  /**
   * {@code {"userId","events"}} → 201 {@code {"position","adopted"}}: the pet is adopted and the
   * events are told, once by their ids.
   */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.PUBLISHER)
  public Response sell(@PathParam("id") String id, @BeanParam Caller caller, JsonBody body) {
    if (!Names.isId(id)) {
      throw Refusal.invalid("A pet's id has up to 64 characters of [A-Za-z0-9._-].");
    }
    String userId = body.fields().user("userId");
    List<Draft> events = Drafts.withIds(body, "events");
    String answer = desk.sell(caller.key("sale of pet " + id, body), id, userId, events);
    return Response.status(Response.Status.CREATED).entity(answer).build();
  }
}
