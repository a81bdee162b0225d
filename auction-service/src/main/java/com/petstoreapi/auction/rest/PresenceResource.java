package com.petstoreapi.auction.rest;

import com.petstoreapi.auction.Auction;
import com.petstoreapi.auction.Auctions;
import com.petstoreapi.presence.Presence;
import com.petstoreapi.presence.json.PresenceJson;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Who is at an auction. */
@Path("auctions/{id}/presence")
@RequestScoped
public class PresenceResource {
  @Inject private Auctions auctions;
  @Inject private Presence presence;

  /** {@code {"count","users"}}, by the names that bids bear; without names where it is crowded. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public String get(@PathParam("id") String id) {
    Auction auction = auctions.get(id).auction();
    return PresenceJson.state(presence.of(Auction.streamOf(auction.id())));
  }
}
