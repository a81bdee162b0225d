package com.petstoreapi.auction.support;

import com.petstoreapi.auction.Actor;
import com.petstoreapi.auction.Auction;
import com.petstoreapi.auction.Offer;
import com.petstoreapi.realtime.value.Money;
import java.time.Instant;

/** What somebody does in an auction, or what time does. */
public sealed interface Act {
  /**
   * Happens, or is refused.
   *
   * @throws com.petstoreapi.realtime.failure.Refusal where the rules say no
   */
  void in(Bidding bidding);

  /** Where the amounts lie that decide something. */
  enum Near {
    MINIMUM,
    LEADER,
    RESERVE
  }

  /**
   * An offer of so many cents more, or less, than an amount that matters.
   *
   * @param cents may be negative
   */
  record Bids(String bidder, boolean byProxy, Near near, int cents) implements Act {
    @Override
    public void in(Bidding bidding) {
      bidding.offer(offer(bidding.present()));
    }

    public Offer offer(Auction present) {
      Money base =
          switch (near) {
            case MINIMUM -> present.minimumBid();
            case LEADER -> present.standing().maximum().orElse(present.price());
            case RESERVE -> present.terms().reserve().orElse(present.price());
          };
      Money most = new Money(Math.max(1, base.minor() + cents), base.currency());
      return byProxy ? new Offer.Proxy(bidder, most) : new Offer.Plain(bidder, most);
    }
  }

  record Buys(String buyer) implements Act {
    @Override
    public void in(Bidding bidding) {
      bidding.buyNow(buyer);
    }
  }

  record Cancels(Actor actor) implements Act {
    @Override
    public void in(Bidding bidding) {
      bidding.cancelledBy(actor);
    }
  }

  record Closes(Actor actor) implements Act {
    @Override
    public void in(Bidding bidding) {
      bidding.closedBy(actor);
    }
  }

  /** Somebody looks at the clock. */
  record Looks() implements Act {
    @Override
    public void in(Bidding bidding) {
      bidding.byTheClock();
    }
  }

  /** Time goes by, unseen. */
  record Passes(int seconds) implements Act {
    @Override
    public void in(Bidding bidding) {
      bidding.at(bidding.now().plusSeconds(seconds));
    }
  }

  /** Time goes by until so shortly before the end, if that is still to come. */
  record Nears(int secondsLeft) implements Act {
    @Override
    public void in(Bidding bidding) {
      Instant moment = bidding.auction().endsAt().minusSeconds(secondsLeft);
      bidding.at(moment.isAfter(bidding.now()) ? moment : bidding.now());
    }
  }
}
