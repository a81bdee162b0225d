package com.petstoreapi.auction.rest;

import com.petstoreapi.auction.Auctions;
import com.petstoreapi.auction.BidOrder;
import com.petstoreapi.auction.desk.Auctioneer;
import com.petstoreapi.auction.json.BidJson;
import com.petstoreapi.edge.identity.Roles;
import com.petstoreapi.edge.json.JsonBody;
import com.petstoreapi.edge.rest.Caller;
import com.petstoreapi.edge.rest.Pages;
import com.petstoreapi.edge.rest.Parameters;
import com.petstoreapi.edge.settings.StreamSettings;
import com.petstoreapi.edge.store.Commits;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.journal.Position;
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

/** The bids of an auction: where one is made, and the log of those that were accepted. */
@Path("auctions/{id}/bids")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class BidsResource {
  @Inject private Auctions auctions;
  @Inject private Auctioneer auctioneer;
  @Inject private StreamSettings settings;

  /** {@code {"amount"}} or {@code {"max"}} → 201 and a receipt. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.USER)
  public Response bid(@PathParam("id") String id, @BeanParam Caller caller, JsonBody body) {
    BidOrder order = BidJson.order(body.fields());
    String receipt =
        Commits.await(
            auctioneer.placeBid(id, caller.user(), order, caller::key), settings.commandTimeout());
    return Response.status(Response.Status.CREATED).entity(receipt).build();
  }

  /**
   * A page of the log, in the order of commits.
   *
   * @param after a position; left out, the page begins with the first bid
   */
  @GET
  public String log(
      @PathParam("id") String id,
      @QueryParam("after") String after,
      @QueryParam("limit") String limit) {
    int most = Parameters.limit(limit, 100, 1_000);
    List<JsonObject> lines =
        auctions.bids(id, seq(after, epoch(id)), most + 1).stream().map(BidJson::line).toList();
    return Pages.ofLog(lines, most);
  }

  private String epoch(String id) {
    return auctions.get(id).position().epoch();
  }

  private static long seq(String after, String epoch) {
    if (after == null || after.isEmpty()) {
      return 0;
    }
    return Position.parse(after)
        .filter(position -> position.epoch().isEmpty() || position.epoch().equals(epoch))
        .map(Position::seq)
        .orElseThrow(() -> Refusal.invalid("Parameter after is no position of this auction."));
  }
}
