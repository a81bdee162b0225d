package com.petstoreapi.catalog.rest;

import com.petstoreapi.catalog.Change;
import com.petstoreapi.catalog.Pet;
import com.petstoreapi.catalog.PetStatus;
import com.petstoreapi.catalog.store.CatalogStore;
import com.petstoreapi.catalog.store.StoreDesk;
import com.petstoreapi.edge.identity.Roles;
import com.petstoreapi.edge.json.JsonBody;
import com.petstoreapi.edge.json.JsonFields;
import com.petstoreapi.edge.json.JsonText;
import com.petstoreapi.edge.rest.Caller;
import com.petstoreapi.edge.rest.Parameters;
import com.petstoreapi.edge.store.IdempotencyKey;
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.value.Money;
import com.petstoreapi.realtime.value.Names;
import com.petstoreapi.realtime.value.Uuid7;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;

/** The store's pets. Each change is told to everyone, in the same transaction. */
@Path("pets")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PetsResource {
  @Inject private CatalogStore store;
  @Inject private StoreDesk desk;
  @Inject private Uuid7 ids;

  @GET
  public String list(
      @QueryParam("status") String status,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit) {
    int most = Parameters.limit(limit, 50, 200);
    Optional<PetStatus> only = Parameters.oneOf("status", status, PetStatus.class);
    return CatalogJson.pets(store.pets(only, Parameters.cursor(cursor), most), most);
  }

  @GET
  @Path("{id}")
  public String get(@PathParam("id") String id) {
    return CatalogJson.pet(find(id));
  }

  /** {@code {"name","species","price","currency"?}} → 201 and the pet. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.SELLER, Roles.ADMIN})
  public Response create(@BeanParam Caller caller, JsonBody body) {
    JsonFields fields = body.fields();
    String name = fields.text("name", 100);
    String species = fields.text("species", 50);
    Money price = fields.money("price", fields.currency());
    String id = ids.next();
    return created(
        desk.change(
            caller.key("create pet", body),
            commit -> Pet.arrived(id, name, species, price),
            store::save,
            CatalogJson::pet));
  }

  /** {@code {"status"}} → 200 and the pet. */
  @PUT
  @Path("{id}/status")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.SELLER, Roles.ADMIN})
  public String putStatus(@PathParam("id") String id, @BeanParam Caller caller, JsonBody body) {
    PetStatus next = body.fields().oneOf("status", PetStatus.class);
    return change(id, caller.key("status of pet " + id, body), pet -> pet.become(next));
  }

  /** {@code {"price","currency"?}} → 200 and the pet. */
  @PUT
  @Path("{id}/price")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.SELLER, Roles.ADMIN})
  public String putPrice(@PathParam("id") String id, @BeanParam Caller caller, JsonBody body) {
    Money next = body.fields().money("price", body.fields().currency());
    return change(id, caller.key("price of pet " + id, body), pet -> pet.cost(next));
  }

  /** {@code {"userId"?}} → 201 and the pet. A user adopts for himself, a seller for anybody. */
  @POST
  @Path("{id}/adoption")
  @RolesAllowed({Roles.USER, Roles.SELLER, Roles.ADMIN})
  public Response adopt(@PathParam("id") String id, @BeanParam Caller caller, JsonBody body) {
    String userId = body.fields().optionalUser("userId").orElse(caller.user());
    if (!userId.equals(caller.user()) && !caller.isOneOf(Roles.SELLER, Roles.ADMIN)) {
      throw new Refusal(ErrorCode.FORBIDDEN, "A user adopts for himself only.");
    }
    String pet =
        change(id, caller.key("adoption of pet " + id, body), found -> found.adoptedBy(userId));
    return Response.status(Response.Status.CREATED).entity(pet).build();
  }

  private String change(
      String id, Optional<IdempotencyKey> key, Function<Pet, Change<Pet>> decide) {
    return desk.change(key, commit -> decide.apply(find(id)), store::save, CatalogJson::pet);
  }

  private Pet find(String id) {
    return Optional.of(id)
        .filter(Names::isId)
        .flatMap(store::pet)
        .orElseThrow(() -> Refusal.notFound("There is no such pet."));
  }

  private static Response created(String pet) {
    URI location = URI.create("pets/" + JsonText.parseObject(pet).id("id"));
    return Response.created(location).entity(pet).build();
  }
}
