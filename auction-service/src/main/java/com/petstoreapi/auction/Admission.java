package com.petstoreapi.auction;

import com.petstoreapi.auction.AuctionEvent.AuctionOpened;
import com.petstoreapi.auction.Proposal.Bidders;
import com.petstoreapi.realtime.failure.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The rules by which a proposal becomes an auction. */
public final class Admission {
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofDays(90);

  private Admission() {}

  /**
   * Admits a proposal to sale. It opens at once unless a later moment is asked for; in that case
   * the ruling has no event.
   *
   * @param pseudonyms made for this auction; left unused where its bidders are visible
   * @throws Refusal {@code invalid-message} where the times do not fit
   */
  public static Ruling admit(String id, Proposal proposal, Pseudonyms pseudonyms, Instant now) {
    Instant opensAt = proposal.opensAt().filter(now::isBefore).orElse(now);
    requireTimes(proposal, opensAt, now);
    Auction auction =
        new Auction(
            id,
            proposal.lot(),
            proposal.terms(),
            Optional.of(pseudonyms).filter(names -> proposal.bidders() == Bidders.ANONYMOUS),
            opensAt,
            proposal.endsAt(),
            AuctionStatus.SCHEDULED,
            Standing.opening(proposal.terms().startingPrice()),
            false);
    return opensAt.isAfter(now)
        ? Ruling.unchanged(auction)
        : Ruling.of(auction, new AuctionOpened(auction.price(), auction.endsAt()));
  }

  private static void requireTimes(Proposal proposal, Instant opensAt, Instant now) {
    Instant endsAt = proposal.endsAt();
    if (endsAt.isBefore(now.plus(SHORTEST)) || endsAt.isAfter(now.plus(LONGEST))) {
      throw Refusal.invalid("An auction ends at least 1 s and at most 90 days from now.");
    }
    if (!opensAt.isBefore(endsAt)) {
      throw Refusal.invalid("An auction opens before it ends.");
    }
    proposal.terms().format().requireTime(proposal.terms().startingPrice(), opensAt, endsAt);
  }
}
