package com.petstoreapi.auction.desk;

import com.petstoreapi.auction.Admission;
import com.petstoreapi.auction.AuctionBook;
import com.petstoreapi.auction.AuctionQuery;
import com.petstoreapi.auction.Auctions;
import com.petstoreapi.auction.EnglishTerms;
import com.petstoreapi.auction.Increments;
import com.petstoreapi.auction.Lot;
import com.petstoreapi.auction.Proposal;
import com.petstoreapi.auction.Proposal.Bidders;
import com.petstoreapi.auction.Pseudonyms;
import com.petstoreapi.auction.Ruling;
import com.petstoreapi.auction.SoftClose;
import com.petstoreapi.auction.Terms;
import com.petstoreapi.realtime.journal.Commit;
import com.petstoreapi.realtime.journal.Journal;
import com.petstoreapi.realtime.value.Money;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * Three auctions to look at, for a service that has none. It writes to the journal by itself, for
 * it runs while the application starts: Liberty holds back the executors' tasks until it has
 * started.
 */
public final class Seed {
  private static final String SELLER = "seller-1";
  private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

  private final Auctions auctions;
  private final AuctionBook book;
  private final Journal journal;

  public Seed(Auctions auctions, AuctionBook book, Journal journal) {
    this.auctions = auctions;
    this.book = book;
    this.journal = journal;
  }

  /** Returns when they are there. */
  public void sow() {
    AuctionQuery any = new AuctionQuery(Optional.empty(), Optional.empty(), Optional.empty(), 1);
    if (auctions.list(any).isEmpty()) {
      journal.append(AuctionStreams.CATALOGUE, this::sow);
    }
  }

  /** Each goes by the id of its pet. */
  private void sow(Commit commit) {
    sow("019b4132", "Rex, a dog of good manners", 250_00, Duration.ofMinutes(10), commit);
    sow("019b4127", "Luna, a cat of her own mind", 80_00, Duration.ofHours(2), commit);
    sow("019b4140", "Apollo, a horse for brave riders", 2_500_00, Duration.ofHours(8), commit);
  }

  private void sow(
      String petId, String title, long startingPrice, Duration lasting, Commit commit) {
    Terms terms =
        new Terms(
            new Money(startingPrice, "USD"),
            Optional.empty(),
            new EnglishTerms(
                Increments.TABLE,
                Optional.of(new SoftClose(HALF_A_MINUTE, HALF_A_MINUTE)),
                Optional.empty()));
    Proposal proposal =
        new Proposal(
            new Lot(SELLER, petId, title),
            terms,
            Bidders.VISIBLE,
            Optional.empty(),
            commit.now().plus(lasting));
    Ruling ruling = Admission.admit(petId, proposal, Pseudonyms.random(), commit.now());
    try {
      book.enter(commit, ruling.auction());
    } catch (SQLException e) {
      throw new IllegalStateException("cannot sow auction " + petId, e);
    }
  }
}
