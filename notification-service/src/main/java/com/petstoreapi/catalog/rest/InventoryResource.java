package com.petstoreapi.catalog.rest;

import com.petstoreapi.catalog.Stock;
import com.petstoreapi.catalog.store.CatalogStore;
import com.petstoreapi.catalog.store.StoreDesk;
import com.petstoreapi.edge.identity.Roles;
import com.petstoreapi.edge.json.JsonBody;
import com.petstoreapi.edge.rest.Caller;
import com.petstoreapi.edge.rest.Parameters;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.value.Names;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;

/** How much of each article there is. Each change is told to everyone, in the same transaction. */
@Path("inventory")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class InventoryResource {
  @Inject private CatalogStore store;
  @Inject private StoreDesk desk;

  @GET
  public String list(@QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
    int most = Parameters.limit(limit, 50, 200);
    return CatalogJson.stocks(store.stocks(Parameters.cursor(cursor), most), most);
  }

  @GET
  @Path("{sku}")
  public String get(@PathParam("sku") String sku) {
    return Optional.of(sku)
        .filter(Names::isId)
        .flatMap(store::stock)
        .map(CatalogJson::stock)
        .orElseThrow(() -> Refusal.notFound("There is no such article."));
  }

  /** {@code {"stock"}} → 200 and the stock; an article that is new is taken in. */
  @PUT
  @Path("{sku}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.SELLER, Roles.ADMIN})
  public String put(@PathParam("sku") String sku, @BeanParam Caller caller, JsonBody body) {
    if (!Names.isId(sku)) {
      throw Refusal.invalid("An article's number has up to 64 characters of [A-Za-z0-9._-].");
    }
    long count = body.fields().integer("stock", 0, Stock.MOST);
    return desk.recount(caller.key("stock of " + sku, body), sku, count, CatalogJson::stock);
  }
}
