package com.petstoreapi.auction.support;

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
import com.petstoreapi.auction.AuctionStatus;
import com.petstoreapi.auction.Bid;
import com.petstoreapi.auction.Sale;
import com.petstoreapi.auction.Standing;
import com.petstoreapi.edge.json.JsonText;
import com.petstoreapi.realtime.journal.Event;
import com.petstoreapi.realtime.value.Money;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes an auction anew out of what its journal holds; bidders go by the names they are shown. */
public final class JournalFold {
  private final Map<String, Bid> bids = new HashMap<>();
  private Auction auction;

  private JournalFold(Auction admitted) {
    this.auction = admitted;
  }

  /**
   * @param admitted as it was before its first event
   */
  public static Auction of(Auction admitted, List<Event> events) {
    JournalFold fold = new JournalFold(admitted);
    for (Event event : events) {
      AuctionEvent happened = fold.read(event, JsonText.parse(event.data()).asJsonObject());
      fold.auction = happened.appliedTo(fold.auction);
    }
    return fold.auction;
  }

  /** The same auction with its bidders by the names they are shown. */
  public static Auction byNames(Auction auction) {
    Standing standing = auction.standing();
    Optional<Bid> leading =
        standing
            .leading()
            .map(bid -> new Bid(bid.id(), auction.nameOf(bid.bidder()), bid.amount()));
    return new Auction(
        auction.id(),
        auction.lot(),
        auction.terms(),
        auction.pseudonyms(),
        auction.opensAt(),
        auction.endsAt(),
        auction.status(),
        new Standing(standing.price(), leading, standing.maximum(), standing.bids()),
        auction.endingSoonTold());
  }

  private AuctionEvent read(Event event, JsonObject data) {
    return switch (event.type()) {
      case "auction-opened" -> new AuctionOpened(money(data, "price"), time(data, "endsAt"));
      case "bid" ->
          new BidPlaced(bid(data), money(data, "minimumBid"), time(data, "endsAt"), false);
      case "maximum" -> new MaximumSet(event.audience().user(), money(data, "max"));
      case "outbid" ->
          new Outbid(event.audience().user(), money(data, "newAmount"), money(data, "minimumBid"));
      case "reserve-met" -> new ReserveMet();
      case "extended" -> new Extended(time(data, "endsAt"));
      case "price-dropped" ->
          new PriceDropped(money(data, "price"), money(data, "oldPrice"), Optional.empty());
      case "bid-sealed" -> new BidSealed(bid(data));
      case "bids-counted" -> new BidsCounted(data.getInt("bids"));
      case "bid-opened" -> new BidOpened(bid(data));
      case "ending-soon" -> new EndingSoon(time(data, "endsAt"));
      case "auction-end" ->
          new AuctionEnded(
              AuctionStatus.valueOf(data.getString("status")), sale(data), time(data, "endedAt"));
      default -> throw new IllegalArgumentException(event.type());
    };
  }

  private Bid bid(JsonObject data) {
    Bid bid = new Bid(data.getString("bidId"), data.getString("userId"), money(data, "amount"));
    bids.put(bid.id(), bid);
    return bid;
  }

  private Optional<Sale> sale(JsonObject data) {
    return data.containsKey("winner")
        ? Optional.of(new Sale(bids.get(data.getString("bidId")), money(data, "amount")))
        : Optional.empty();
  }

  private Money money(JsonObject data, String name) {
    return Money.of(data.getJsonNumber(name).bigDecimalValue(), auction.currency());
  }

  private static Instant time(JsonObject data, String name) {
    return Instant.parse(data.getString(name));
  }
}
