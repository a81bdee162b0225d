package com.petstoreapi.sale.rest;

import com.petstoreapi.edge.identity.Roles;
import com.petstoreapi.edge.json.JsonBody;
import com.petstoreapi.edge.json.JsonFields;
import com.petstoreapi.edge.rest.Caller;
import com.petstoreapi.edge.rest.Pages;
import com.petstoreapi.edge.rest.Parameters;
import com.petstoreapi.realtime.value.Uuid7;
import com.petstoreapi.sale.Article;
import com.petstoreapi.sale.Sale;
import com.petstoreapi.sale.SaleState;
import com.petstoreapi.sale.Sales;
import com.petstoreapi.sale.Wish;
import com.petstoreapi.sale.json.PurchaseJson;
import com.petstoreapi.sale.store.Till;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;

/** What is bought in a sale. Each purchase is told to its buyer alone, in the same transaction. */
@Path("sales/{id}/purchases")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PurchasesResource {
  @Inject private Sales sales;
  @Inject private Till till;
  @Inject private Uuid7 ids;

  /** {@code {"sku","quantity"?}} → 201 and a receipt, once it is durable. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.USER)
  public Response buy(@PathParam("id") String id, @BeanParam Caller caller, JsonBody body) {
    JsonFields fields = body.fields();
    String sku = fields.id("sku");
    int quantity =
        fields.optionalInteger("quantity", 1, Article.MOST_AT_ONCE).orElse(1L).intValue();
    Wish wish = new Wish(ids.next(), id, sku, quantity, caller.user());
    String receipt = till.buy(caller.key("purchase in sale " + id, body), wish);
    return Response.status(Response.Status.CREATED).entity(receipt).build();
  }

  /**
   * A page of the caller's own purchases, by their time; for the seller, support and admins of
   * everybody's.
   *
   * @param cursor the {@code next} of the page before
   */
  @GET
  public String list(
      @PathParam("id") String id,
      @BeanParam Caller caller,
      @QueryParam("limit") String limit,
      @QueryParam("cursor") String cursor) {
    int most = Parameters.limit(limit, 50, 200);
    Sale sale = sales.find(id).map(SaleState::sale).orElseThrow(Sale::noSuchSale);
    List<JsonObject> lines =
        sales.purchases(id, whose(caller, sale), Parameters.cursor(cursor), most).stream()
            .map(PurchaseJson::line)
            .toList();
    return Pages.byId(lines, "purchaseId", most);
  }

  private static Optional<String> whose(Caller caller, Sale sale) {
    boolean all =
        sale.sellerId().equals(caller.user()) || caller.isOneOf(Roles.SUPPORT, Roles.ADMIN);
    return all ? Optional.empty() : Optional.of(caller.user());
  }
}
