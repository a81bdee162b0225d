package com.petstoreapi.sale.rest;

import com.petstoreapi.edge.identity.Roles;
import com.petstoreapi.edge.json.JsonBody;
import com.petstoreapi.edge.json.JsonText;
import com.petstoreapi.edge.rest.Caller;
import com.petstoreapi.edge.rest.Pages;
import com.petstoreapi.edge.rest.Parameters;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.value.Names;
import com.petstoreapi.sale.Proposal;
import com.petstoreapi.sale.Sale;
import com.petstoreapi.sale.SaleStatus;
import com.petstoreapi.sale.Sales;
import com.petstoreapi.sale.Seller;
import com.petstoreapi.sale.json.ProposalJson;
import com.petstoreapi.sale.json.SaleJson;
import com.petstoreapi.sale.store.Till;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
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
import java.util.List;

/** The sales: what there is, and what their sellers do with them. */
@Path("sales")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SalesResource {
  @Inject private Sales sales;
  @Inject private Till till;

  /**
   * A page of the sales, by id.
   *
   * @param cursor the {@code next} of the page before
   */
  @GET
  public String list(
      @QueryParam("status") String status,
      @QueryParam("limit") String limit,
      @QueryParam("cursor") String cursor) {
    int most = Parameters.limit(limit, 50, 200);
    List<JsonObject> states =
        sales
            .list(
                Parameters.oneOf("status", status, SaleStatus.class),
                Parameters.cursor(cursor),
                most)
            .stream()
            .map(SaleJson::state)
            .toList();
    return Pages.byId(states, "id", most);
  }

  /** The state: exactly what is left of each article. */
  @GET
  @Path("{id}")
  public String get(@PathParam("id") String id) {
    return sales
        .find(id)
        .map(state -> SaleJson.state(state).toString())
        .orElseThrow(Sale::noSuchSale);
  }

  /** {@code {"title","skus":[…],"opensAt"?,"endsAt"}} → 201, or 200 for one that is there. */
  @PUT
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.SELLER, Roles.ADMIN})
  public Response put(@PathParam("id") String id, @BeanParam Caller caller, JsonBody body) {
    if (!Names.isId(id)) {
      throw Refusal.invalid("A sale's id has up to 64 characters of [A-Za-z0-9._-].");
    }
    Proposal proposal = ProposalJson.read(body.fields());
    String answer = till.put(caller.key("put sale " + id, body), id, seller(caller), proposal);
    JsonObject outcome = JsonText.parse(answer).asJsonObject();
    Response.ResponseBuilder response =
        outcome.getBoolean("created") ? Response.created(URI.create("sales/" + id)) : Response.ok();
    return response.entity(outcome.getJsonObject("sale").toString()).build();
  }

  /** → 200 and the state: it has ended, whatever is left. */
  @POST
  @Path("{id}/close")
  @RolesAllowed({Roles.SELLER, Roles.ADMIN})
  public String close(@PathParam("id") String id, @BeanParam Caller caller) {
    if (!Names.isId(id)) {
      throw Sale.noSuchSale();
    }
    return till.close(caller.key("close sale " + id), id, seller(caller));
  }

  private static Seller seller(Caller caller) {
    return new Seller(caller.user(), caller.isOneOf(Roles.ADMIN));
  }
}
