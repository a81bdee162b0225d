package com.petstoreapi.auction.json;

import com.petstoreapi.auction.Auction;
import com.petstoreapi.auction.AuctionEvent;
import com.petstoreapi.auction.AuctionEvent.AuctionEnded;
import com.petstoreapi.auction.AuctionEvent.BidPlaced;
import com.petstoreapi.auction.AuctionEvent.Extended;
import com.petstoreapi.auction.AuctionEvent.Outbid;
import com.petstoreapi.auction.AuctionEvent.ReserveMet;
import com.petstoreapi.edge.json.Timestamps;
import com.petstoreapi.realtime.journal.Audience;
import com.petstoreapi.realtime.journal.Draft;
import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.Map;

/**
 * The events of an auction as its journal keeps them. Their data is what clients get, by socket and
 * by stream; type and position are the transport's to add.
 */
public final class EventJson {
  public static final String BID = "bid";
  public static final String END = "auction-end";

  private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

  private EventJson() {}

  /**
   * @param auction in which it happened
   * @param at when it was decided
   */
  public static Draft draft(Auction auction, AuctionEvent event, Instant at) {
    JsonObjectBuilder data = JSON.createObjectBuilder().add("auctionId", auction.id());
    Audience audience = Audience.EVERYONE;
    String type;
    if (event instanceof BidPlaced placed) {
      type = BID;
      describe(placed, data);
    } else if (event instanceof Outbid outbid) {
      type = "outbid";
      audience = Audience.only(outbid.loser());
      data.add("newAmount", outbid.newAmount().amount());
      data.add("minimumBid", outbid.minimumBid().amount());
    } else if (event instanceof ReserveMet) {
      type = "reserve-met";
    } else if (event instanceof Extended extended) {
      type = "extended";
      data.add("endsAt", Timestamps.format(extended.endsAt()));
    } else if (event instanceof AuctionEnded ended) {
      type = END;
      describe(ended, data);
    } else {
      throw new IllegalStateException("no form for " + event);
    }
    data.add("at", Timestamps.format(at));
    return new Draft(type, audience, auction.lot().petId(), data.build().toString());
  }

  private static void describe(BidPlaced placed, JsonObjectBuilder data) {
    data.add("bidId", placed.bid().id())
        .add("userId", placed.bid().bidder())
        .add("amount", placed.bid().amount().amount())
        .add("currency", placed.bid().amount().currency())
        .add("minimumBid", placed.minimumBid().amount())
        .add("endsAt", Timestamps.format(placed.endsAt()));
  }

  private static void describe(AuctionEnded ended, JsonObjectBuilder data) {
    data.add("status", ended.outcome().name());
    ended
        .winning()
        .ifPresent(
            bid ->
                data.add("winner", bid.bidder())
                    .add("amount", bid.amount().amount())
                    .add("currency", bid.amount().currency()));
  }
}
