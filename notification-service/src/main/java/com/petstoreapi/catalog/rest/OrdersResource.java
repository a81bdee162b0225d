package com.petstoreapi.catalog.rest;

import com.petstoreapi.catalog.Order;
import com.petstoreapi.catalog.OrderStatus;
import com.petstoreapi.catalog.Pet;
import com.petstoreapi.catalog.store.CatalogStore;
import com.petstoreapi.catalog.store.StoreDesk;
import com.petstoreapi.edge.identity.Roles;
import com.petstoreapi.edge.json.JsonBody;
import com.petstoreapi.edge.json.JsonText;
import com.petstoreapi.edge.rest.Caller;
import com.petstoreapi.realtime.failure.Refusal;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;

/** Orders for pets. Each change is told to the customer alone, in the same transaction. */
@Path("orders")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class OrdersResource {
  @Inject private CatalogStore store;
  @Inject private StoreDesk desk;
  @Inject private Uuid7 ids;

  /** {@code {"petId"}} → 201 and the order. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.USER, Roles.SELLER, Roles.ADMIN})
  public Response place(@BeanParam Caller caller, JsonBody body) {
    String petId = body.fields().id("petId");
    String customer = caller.user();
    String id = ids.next();
    return created(
        desk.change(
            caller.key("place order", body),
            commit -> Order.place(id, findPet(petId), customer, commit.now()),
            store::save,
            CatalogJson::order));
  }

  /** Somebody else's order is as good as none. */
  @GET
  @Path("{id}")
  public String get(@PathParam("id") String id, @BeanParam Caller caller) {
    Order order = find(id);
    boolean mayRead =
        order.userId().equals(caller.user())
            || caller.isOneOf(Roles.SELLER, Roles.SUPPORT, Roles.ADMIN);
    if (!mayRead) {
      throw noSuchOrder();
    }
    return CatalogJson.order(order);
  }

  /** {@code {"status"}} → 200 and the order. */
  @PUT
  @Path("{id}/status")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.SELLER, Roles.ADMIN})
  public String putStatus(@PathParam("id") String id, @BeanParam Caller caller, JsonBody body) {
    OrderStatus next = body.fields().oneOf("status", OrderStatus.class);
    return desk.change(
        caller.key("status of order " + id, body),
        commit -> find(id).become(next),
        store::save,
        CatalogJson::order);
  }

  private Order find(String id) {
    return Optional.of(id)
        .filter(Names::isId)
        .flatMap(store::order)
        .orElseThrow(OrdersResource::noSuchOrder);
  }

  private Pet findPet(String id) {
    return store.pet(id).orElseThrow(() -> Refusal.notFound("There is no such pet."));
  }

  private static Refusal noSuchOrder() {
    return Refusal.notFound("There is no such order.");
  }

  private static Response created(String order) {
    URI location = URI.create("orders/" + JsonText.parseObject(order).id("id"));
    return Response.created(location).entity(order).build();
  }
}
