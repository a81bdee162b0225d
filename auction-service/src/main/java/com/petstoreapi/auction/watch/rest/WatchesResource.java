package com.petstoreapi.auction.watch.rest;

import com.petstoreapi.auction.watch.WatchLists;
import com.petstoreapi.edge.identity.Roles;
import com.petstoreapi.edge.rest.Caller;
import com.petstoreapi.edge.rest.Parameters;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.value.Names;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;

/** The caller's own watch list: the pets of whose auctions he is told wherever he is. */
@Path("watches")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.USER)
public class WatchesResource {
  @Inject private WatchLists watchLists;

  /**
   * A page of the list, by the pets' ids.
   *
   * @param cursor the {@code next} of the page before
   */
  @GET
  public String list(
      @BeanParam Caller caller,
      @QueryParam("limit") String limit,
      @QueryParam("cursor") String cursor) {
    int most = Parameters.limit(limit, 50, 200);
    return WatchJson.page(watchLists.of(caller.user(), Parameters.cursor(cursor), most), most);
  }

  /** → 200 {@code {"petId","since"}}, or 404 for a pet that the caller does not watch. */
  @GET
  @Path("{petId}")
  public String get(@BeanParam Caller caller, @PathParam("petId") String petId) {
    return Optional.of(petId)
        .filter(Names::isId)
        .flatMap(id -> watchLists.find(caller.user(), id))
        .map(WatchJson::watch)
        .orElseThrow(() -> Refusal.notFound("You do not watch this pet."));
  }

  /** → 204, whether it was watched before or not. */
  @PUT
  @Path("{petId}")
  public void put(@BeanParam Caller caller, @PathParam("petId") String petId) {
    watchLists.add(caller.user(), requireId(petId));
  }

  /** → 204, whether it was watched or not. */
  @DELETE
  @Path("{petId}")
  public void delete(@BeanParam Caller caller, @PathParam("petId") String petId) {
    watchLists.remove(caller.user(), requireId(petId));
  }

  private static String requireId(String petId) {
    if (!Names.isId(petId)) {
      throw Refusal.invalid("A pet's id has up to 64 characters of [A-Za-z0-9._-].");
    }
    return petId;
  }
}
