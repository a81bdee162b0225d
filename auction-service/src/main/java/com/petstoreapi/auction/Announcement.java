package com.petstoreapi.auction;

import com.petstoreapi.auction.AuctionEvent.AuctionEnded;
import com.petstoreapi.auction.AuctionEvent.Outbid;
import com.petstoreapi.realtime.journal.Audience;
import java.util.ArrayList;
import java.util.List;

/**
 * What is told outside of the auction, to people who may not be watching it.
 *
 * @param auction as it stands after what is told
 */
public record Announcement(Kind kind, Audience audience, Auction auction) {
  /** What is told, by its name on the wire. */
  public enum Kind {
    OUTBID("outbid"),
    ENDED("auction-end"),
    WON("auction-won");

    private final String wire;

    Kind(String wire) {
      this.wire = wire;
    }

    public String wire() {
      return wire;
    }
  }

  /** The loser of a lead is told, everybody of the end, the winner of his luck. */
  public static List<Announcement> of(Ruling ruling) {
    Auction auction = ruling.auction();
    List<Announcement> announcements = new ArrayList<>();
    for (AuctionEvent event : ruling.events()) {
      if (event instanceof Outbid outbid) {
        announcements.add(new Announcement(Kind.OUTBID, Audience.only(outbid.loser()), auction));
      } else if (event instanceof AuctionEnded ended) {
        announcements.add(new Announcement(Kind.ENDED, Audience.EVERYONE, auction));
        ended
            .winning()
            .map(bid -> new Announcement(Kind.WON, Audience.only(bid.bidder()), auction))
            .ifPresent(announcements::add);
      }
    }
    return announcements;
  }
}
