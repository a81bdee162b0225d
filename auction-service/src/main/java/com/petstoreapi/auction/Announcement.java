package com.petstoreapi.auction;

import com.petstoreapi.auction.AuctionEvent.AuctionEnded;
import com.petstoreapi.auction.AuctionEvent.AuctionOpened;
import com.petstoreapi.auction.AuctionEvent.EndingSoon;
import com.petstoreapi.auction.AuctionEvent.Outbid;
import com.petstoreapi.realtime.journal.Audience;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is told outside of the auction, to people who may not be watching it.
 *
 * @param audience who may see it
 * @param auction as it stands after what is told
 */
public record Announcement(Kind kind, Audience audience, Auction auction) {
  /** What is told, by its name on the wire. */
  public enum Kind {
    OUTBID("outbid"),
    ENDED("auction-end"),
    WON("auction-won"),
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
    return ruling.events().stream().flatMap(event -> of(event, ruling.auction())).toList();
  }

  private static Stream<Announcement> of(AuctionEvent event, Auction auction) {
    if (event instanceof Outbid) {
      return Stream.of(new Announcement(Kind.OUTBID, event.audience(), auction));
    } else if (event instanceof AuctionOpened) {
      return Stream.of(new Announcement(Kind.OPENED, Audience.EVERYONE, auction));
    } else if (event instanceof EndingSoon) {
      return Stream.of(new Announcement(Kind.ENDING_SOON, Audience.EVERYONE, auction));
    } else if (event instanceof AuctionEnded ended) {
      return Stream.concat(
          Stream.of(new Announcement(Kind.ENDED, Audience.EVERYONE, auction)),
          ended.sale().stream().map(sale -> won(sale, auction)));
    }
    return Stream.empty();
  }

  private static Announcement won(Sale sale, Auction auction) {
    return new Announcement(Kind.WON, Audience.only(sale.winning().bidder()), auction);
  }
}
