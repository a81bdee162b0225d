package com.petstoreapi.auction;

import com.petstoreapi.auction.AuctionEvent.AuctionEnded;
import com.petstoreapi.auction.AuctionEvent.AuctionOpened;
import com.petstoreapi.auction.AuctionEvent.EndingSoon;
import com.petstoreapi.auction.AuctionEvent.Outbid;
import com.petstoreapi.realtime.journal.Audience;
import java.util.List;
import java.util.Optional;

/**
 * What is told outside of the auction, to people who may not be watching it.
 *
 * @param audience who may see it; of a sale, who has won
 * @param auction as it stands after what is told
 */
public record Announcement(Kind kind, Audience audience, Auction auction) {
  /** What is told, by its name on its way; but for a sale, that is its name on the wire. */
  public enum Kind {
    OUTBID("outbid"),
    /** The end without a sale. */
    ENDED("auction-end"),
    /** The end with a sale: one announcement, for all that follows from it happens together. */
    SOLD("auction-sold"),
    OPENED("auction-opened"),
    ENDING_SOON("auction-ending-soon");

    private final String wire;

    Kind(String wire) {
      this.wire = wire;
    }

    public String wire() {
      return wire;
    }

    /** Whether, of those who may see it, only they are told who watch the pet. */
    public boolean isForWatchers() {
      return this == OPENED || this == ENDING_SOON;
    }
  }

  /**
   * The loser of a lead is told, everybody of the end, the winner of his luck, and those who watch
   * the pet of the opening and that the end is near.
   */
  public static List<Announcement> of(Ruling ruling) {
    return ruling.events().stream().flatMap(event -> of(event, ruling.auction()).stream()).toList();
  }

  private static Optional<Announcement> of(AuctionEvent event, Auction auction) {
    if (event instanceof Outbid) {
      return Optional.of(new Announcement(Kind.OUTBID, event.audience(), auction));
    } else if (event instanceof AuctionOpened) {
      return Optional.of(new Announcement(Kind.OPENED, Audience.EVERYONE, auction));
    } else if (event instanceof EndingSoon) {
      return Optional.of(new Announcement(Kind.ENDING_SOON, Audience.EVERYONE, auction));
    } else if (event instanceof AuctionEnded ended) {
      return Optional.of(end(ended.sale(), auction));
    }
    return Optional.empty();
  }

  private static Announcement end(Optional<Sale> sale, Auction auction) {
    return sale.map(Sale::winning)
        .map(bid -> new Announcement(Kind.SOLD, Audience.only(bid.bidder()), auction))
        .orElseGet(() -> new Announcement(Kind.ENDED, Audience.EVERYONE, auction));
  }
}
