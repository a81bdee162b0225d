package com.petstoreapi.auction.json;

import static com.petstoreapi.edge.json.Builders.JSON;

import com.petstoreapi.auction.Auction;
import com.petstoreapi.auction.AuctionEvent;
import com.petstoreapi.auction.AuctionEvent.AuctionEnded;
import com.petstoreapi.auction.AuctionEvent.AuctionOpened;
import com.petstoreapi.auction.AuctionEvent.BidOpened;
import com.petstoreapi.auction.AuctionEvent.BidPlaced;
import com.petstoreapi.auction.AuctionEvent.BidSealed;
import com.petstoreapi.auction.AuctionEvent.BidsCounted;
import com.petstoreapi.auction.AuctionEvent.EndingSoon;
import com.petstoreapi.auction.AuctionEvent.Extended;
import com.petstoreapi.auction.AuctionEvent.MaximumSet;
import com.petstoreapi.auction.AuctionEvent.Outbid;
import com.petstoreapi.auction.AuctionEvent.PriceDropped;
import com.petstoreapi.auction.AuctionEvent.ReserveMet;
import com.petstoreapi.auction.Bid;
import com.petstoreapi.edge.json.Timestamps;
import com.petstoreapi.realtime.journal.Draft;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;

/**
 * The events of an auction as its journal keeps them. Their data is what clients get, by socket and
 * by stream; type and position are the transport's to add. Bidders go by the names under which they
 * are shown: who they are, the audience of a private event tells its reader alone.
 */
public final class EventJson {
  public static final String BID = "bid";
  public static final String BID_OPENED = "bid-opened";
  public static final String END = "auction-end";

  private EventJson() {}

  /**
   * @param auction in which it happened
   * @param at when it was decided
   */
  public static Draft draft(Auction auction, AuctionEvent event, Instant at) {
    JsonObjectBuilder data = JSON.createObjectBuilder().add("auctionId", auction.id());
    String type = describe(event, auction, data);
    data.add("at", Timestamps.format(at));
    return new Draft(type, event.audience(), auction.lot().petId(), data.build().toString());
  }

  private static String describe(AuctionEvent event, Auction auction, JsonObjectBuilder data) {
    if (event instanceof BidPlaced placed) {
      bid(placed.bid(), auction, data)
          .add("minimumBid", placed.minimumBid().amount())
          .add("endsAt", Timestamps.format(placed.endsAt()));
      return BID;
    } else if (event instanceof Outbid outbid) {
      data.add("newAmount", outbid.newAmount().amount())
          .add("minimumBid", outbid.minimumBid().amount());
      return "outbid";
    } else if (event instanceof MaximumSet set) {
      data.add("max", set.maximum().amount()).add("currency", auction.currency());
      return "maximum";
    } else if (event instanceof ReserveMet) {
      return "reserve-met";
    } else if (event instanceof Extended extended) {
      data.add("endsAt", Timestamps.format(extended.endsAt()));
      return "extended";
    } else if (event instanceof BidSealed sealed) {
      bid(sealed.bid(), auction, data);
      return "bid-sealed";
    } else if (event instanceof BidsCounted counted) {
      data.add("bids", counted.bids());
      return "bids-counted";
    } else if (event instanceof BidOpened opened) {
      bid(opened.bid(), auction, data);
      return BID_OPENED;
    }
    return describeCourse(event, auction, data);
  }

  /** What the clock brings about, mostly. */
  private static String describeCourse(
      AuctionEvent event, Auction auction, JsonObjectBuilder data) {
    if (event instanceof AuctionOpened opened) {
      data.add("price", opened.price().amount())
          .add("currency", auction.currency())
          .add("endsAt", Timestamps.format(opened.endsAt()));
      return "auction-opened";
    } else if (event instanceof PriceDropped dropped) {
      data.add("price", dropped.price().amount())
          .add("oldPrice", dropped.oldPrice().amount())
          .add("currency", auction.currency());
      dropped.nextDropAt().ifPresent(next -> data.add("nextDropAt", Timestamps.format(next)));
      return "price-dropped";
    } else if (event instanceof EndingSoon soon) {
      data.add("endsAt", Timestamps.format(soon.endsAt()));
      return "ending-soon";
    } else if (event instanceof AuctionEnded ended) {
      describe(ended, auction, data);
      return END;
    }
    throw new IllegalStateException("no form for " + event);
  }

  private static JsonObjectBuilder bid(Bid bid, Auction auction, JsonObjectBuilder data) {
    return data.add("bidId", bid.id())
        .add("userId", auction.nameOf(bid.bidder()))
        .add("amount", bid.amount().amount())
        .add("currency", bid.amount().currency());
  }

  private static void describe(AuctionEnded ended, Auction auction, JsonObjectBuilder data) {
    data.add("status", ended.outcome().name()).add("endedAt", Timestamps.format(ended.endedAt()));
    ended
        .sale()
        .ifPresent(
            sale ->
                data.add("winner", auction.nameOf(sale.winning().bidder()))
                    .add("bidId", sale.winning().id())
                    .add("amount", sale.price().amount())
                    .add("currency", sale.price().currency()));
  }
}
