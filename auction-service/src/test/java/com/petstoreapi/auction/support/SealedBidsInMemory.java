package com.petstoreapi.auction.support;

import com.petstoreapi.auction.AuctionEvent;
import com.petstoreapi.auction.AuctionEvent.BidSealed;
import com.petstoreapi.auction.Bid;
import com.petstoreapi.auction.SealedBids;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The sealed bids, found in what has happened.
 *
 * @param history may grow
 */
public record SealedBidsInMemory(List<AuctionEvent> history) implements SealedBids {
  @Override
  public boolean hasOneOf(String bidder) {
    return all().stream().anyMatch(bid -> bid.bidder().equals(bidder));
  }

  @Override
  public List<Bid> highest(int limit) {
    return all().stream()
        .sorted(Comparator.comparing(Bid::amount).reversed())
        .limit(limit)
        .toList();
  }

  @Override
  public List<Bid> all() {
    Map<String, Bid> bids = new LinkedHashMap<>();
    for (AuctionEvent event : history) {
      if (event instanceof BidSealed placed) {
        bids.remove(placed.bid().bidder()); // an exchanged bid goes to the end of the line
        bids.put(placed.bid().bidder(), placed.bid());
      }
    }
    return List.copyOf(bids.values());
  }
}
