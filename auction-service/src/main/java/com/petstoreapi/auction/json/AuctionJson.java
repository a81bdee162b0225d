package com.petstoreapi.auction.json;

import static com.petstoreapi.edge.json.Builders.JSON;

import com.petstoreapi.auction.Auction;
import com.petstoreapi.auction.Snapshot;
import com.petstoreapi.edge.json.Timestamps;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** An auction as everybody may see it: the reserve is not among it, only whether it is met. */
public final class AuctionJson {
  private AuctionJson() {}

  public static JsonObject state(Snapshot snapshot, int watchers) {
    Auction auction = snapshot.auction();
    JsonObjectBuilder state =
        JSON.createObjectBuilder()
            .add("id", auction.id())
            .add("petId", auction.lot().petId())
            .add("sellerId", auction.lot().sellerId())
            .add("title", auction.lot().title());
    TermsJson.describe(auction.terms(), state);
    state
        .add("bidders", auction.pseudonyms().isPresent() ? "anonymous" : "visible")
        .add("status", auction.status().name())
        .add("price", auction.price().amount())
        .add("currency", auction.currency());
    auction.leading().ifPresent(bid -> state.add("highBidder", auction.nameOf(bid.bidder())));
    auction.reserveMet().ifPresent(met -> state.add("reserveMet", met));
    auction.buyNowPrice().ifPresent(price -> state.add("buyNowPrice", price.amount()));
    return state
        .add("minimumBid", auction.minimumBid().amount())
        .add("opensAt", Timestamps.format(auction.opensAt()))
        .add("endsAt", Timestamps.format(auction.endsAt()))
        .add("bids", auction.bids())
        .add("watchers", watchers)
        .add("position", snapshot.position().toString())
        .build();
  }
}
