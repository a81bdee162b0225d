package com.petstoreapi.auction.rest;

import com.petstoreapi.auction.Actor;
import com.petstoreapi.auction.AuctionQuery;
import com.petstoreapi.auction.AuctionStatus;
import com.petstoreapi.auction.Auctions;
import com.petstoreapi.auction.Proposal;
import com.petstoreapi.auction.Watchers;
import com.petstoreapi.auction.desk.Auctioneer;
import com.petstoreapi.auction.json.AuctionJson;
import com.petstoreapi.auction.json.ProposalJson;
import com.petstoreapi.edge.identity.Roles;
import com.petstoreapi.edge.json.JsonBody;
import com.petstoreapi.edge.json.JsonText;
import com.petstoreapi.edge.rest.Caller;
import com.petstoreapi.edge.rest.Pages;
import com.petstoreapi.edge.rest.Parameters;
import com.petstoreapi.edge.settings.StreamSettings;
import com.petstoreapi.edge.store.Commits;
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
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The auctions: what there is, and what their sellers and admins do with them. */
@Path("auctions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AuctionsResource {
  @Inject private Auctions auctions;
  @Inject private Auctioneer auctioneer;
  @Inject private Watchers watchers;
  @Inject private StreamSettings settings;

  /** {@code {"petId","title","startingPrice","endsAt",…}} → 201 and the auction's state. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Roles.SELLER)
  public Response create(@BeanParam Caller caller, JsonBody body) {
    Proposal proposal = ProposalJson.read(body.fields(), caller.user());
    return created(answer(auctioneer.admit(proposal, caller::key)));
  }

  /**
   * A page of the auctions, by id.
   *
   * @param cursor the {@code next} of the page before
   */
  @GET
  public String list(
      @QueryParam("status") String status,
      @QueryParam("petId") String petId,
      @QueryParam("limit") String limit,
      @QueryParam("cursor") String cursor) {
    AuctionQuery query =
        new AuctionQuery(
            Parameters.oneOf("status", status, AuctionStatus.class),
            given(petId),
            given(cursor),
            Parameters.limit(limit, 50, 200));
    List<JsonObject> states =
        auctions.list(query).stream()
            .map(found -> AuctionJson.state(found, watchers.of(found.auction().id())))
            .toList();
    return Pages.byId(states, "id", query.limit());
  }

  @GET
  @Path("{id}")
  public String get(@PathParam("id") String id) {
    return AuctionJson.state(auctions.get(id), watchers.of(id)).toString();
  }

  /** → 201 and a receipt: the auction has ended, and the caller has won it. */
  @POST
  @Path("{id}/buy-now")
  @RolesAllowed(Roles.USER)
  public Response buyNow(@PathParam("id") String id, @BeanParam Caller caller) {
    String receipt = answer(auctioneer.buyNow(id, caller.user(), caller::key));
    return Response.status(Response.Status.CREATED).entity(receipt).build();
  }

  /** → 200 and the state. The seller may before the first bid, an admin until the end. */
  @POST
  @Path("{id}/cancel")
  @RolesAllowed({Roles.SELLER, Roles.ADMIN})
  public String cancel(@PathParam("id") String id, @BeanParam Caller caller) {
    return answer(auctioneer.cancel(id, actor(caller), caller::key));
  }

  /** → 200 and the state: sold to the highest bidder, or not. */
  @POST
  @Path("{id}/close")
  @RolesAllowed(Roles.ADMIN)
  public String close(@PathParam("id") String id, @BeanParam Caller caller) {
    return answer(auctioneer.close(id, actor(caller), caller::key));
  }

  private String answer(CompletableFuture<String> answer) {
    return Commits.await(answer, settings.commandTimeout());
  }

  private static Actor actor(Caller caller) {
    return new Actor(caller.user(), caller.isOneOf(Roles.ADMIN));
  }

  private static Optional<String> given(String parameter) {
    return Optional.ofNullable(parameter).filter(text -> !text.isEmpty());
  }

  private static Response created(String state) {
    String id = JsonText.parseObject(state).id("id");
    return Response.created(URI.create("auctions/" + id)).entity(state).build();
  }
}
