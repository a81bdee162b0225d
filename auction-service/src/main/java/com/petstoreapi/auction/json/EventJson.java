package com.petstoreapi.auction.json;

import com.petstoreapi.auction.Auction;
import com.petstoreapi.auction.AuctionEvent;
import com.petstoreapi.auction.AuctionEvent.AuctionEnded;
import com.petstoreapi.auction.AuctionEvent.AuctionOpened;
import com.petstoreapi.auction.AuctionEvent.BidPlaced;
import com.petstoreapi.auction.AuctionEvent.Extended;
import com.petstoreapi.auction.AuctionEvent.Outbid;
import com.petstoreapi.auction.AuctionEvent.ReserveMet;
import com.petstoreapi.edge.json.Timestamps;
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
    String type;
    if (event instanceof AuctionOpened opened) {
      type = "auction-opened";
      data.add("endsAt", Timestamps.format(opened.endsAt()));
    } else if (event instanceof BidPlaced placed) {
      type = BID;
      describe(placed, auction, data);
    } else if (event instanceof Outbid outbid) {
      type = "outbid";
      data.add("newAmount", outbid.newAmount().amount());
      data.add("minimumBid", outbid.minimumBid().amount());
    } else if (event instanceof ReserveMet) {
      type = "reserve-met";
    } else if (event instanceof Extended extended) {
      type = "extended";
      data.add("endsAt", Timestamps.format(extended.endsAt()));
    } else if (event instanceof AuctionEnded ended) {
      type = END;
      describe(ended, auction, data);
    } else {
      throw new IllegalStateException("no form for " + event);
    }
    data.add("at", Timestamps.format(at));
    return new Draft(type, event.audience(), auction.lot().petId(), data.build().toString());
  }

  private static void describe(BidPlaced placed, Auction auction, JsonObjectBuilder data) {
    data.add("bidId", placed.bid().id())
        .add("userId", auction.nameOf(placed.bid().bidder()))
        .add("amount", placed.bid().amount().amount())
        .add("currency", placed.bid().amount().currency())
        .add("minimumBid", placed.minimumBid().amount())
        .add("endsAt", Timestamps.format(placed.endsAt()));
  }

  private static void describe(AuctionEnded ended, Auction auction, JsonObjectBuilder data) {
    data.add("status", ended.outcome().name());
    ended
        .sale()
        .ifPresent(
            sale ->
                data.add("winner", auction.nameOf(sale.winning().bidder()))
                    .add("amount", sale.price().amount())
                    .add("currency", sale.price().currency()));
  }
}
