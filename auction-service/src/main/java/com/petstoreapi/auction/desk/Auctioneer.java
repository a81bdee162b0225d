package com.petstoreapi.auction.desk;

import com.petstoreapi.auction.Actor;
import com.petstoreapi.auction.Admission;
import com.petstoreapi.auction.Announcement;
import com.petstoreapi.auction.Announcements;
import com.petstoreapi.auction.Auction;
import com.petstoreapi.auction.AuctionBook;
import com.petstoreapi.auction.AuctionEvent;
import com.petstoreapi.auction.AuctionEvent.BidPlaced;
import com.petstoreapi.auction.AuctionRules;
import com.petstoreapi.auction.Offer;
import com.petstoreapi.auction.Proposal;
import com.petstoreapi.auction.Pseudonyms;
import com.petstoreapi.auction.Ruling;
import com.petstoreapi.auction.SealedBids;
import com.petstoreapi.auction.Snapshot;
import com.petstoreapi.auction.Watchers;
import com.petstoreapi.auction.json.AuctionJson;
import com.petstoreapi.auction.json.BidJson;
import com.petstoreapi.auction.json.EventJson;
import com.petstoreapi.edge.store.Idempotency;
import com.petstoreapi.edge.store.IdempotencyKey;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.journal.Command;
import com.petstoreapi.realtime.journal.Commit;
import com.petstoreapi.realtime.journal.Position;
import com.petstoreapi.realtime.journal.StreamWriter;
import com.petstoreapi.realtime.value.Money;
import com.petstoreapi.realtime.value.Uuid7;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Takes what people want of an auction and has it decided: one after the other, by the rules, in a
 * transaction that writes the state, the events, the announcements and the answer.
 *
 * <p>Each answer is JSON text. A future fails with a {@link Refusal} or as {@link
 * StreamWriter#submit} says; a method itself throws {@code not-found}. What depends on a future
 * runs on the writer's thread and must not block.
 */
public final class Auctioneer {
  private final AuctionStreams streams;
  private final AuctionBook book;
  private final Announcements announcements;
  private final Watchers watchers;
  private final Uuid7 ids;
  private final AuctionRules rules;

  public Auctioneer(
      AuctionStreams streams,
      AuctionBook book,
      Announcements announcements,
      Watchers watchers,
      Uuid7 ids) {
    this.streams = streams;
    this.book = book;
    this.announcements = announcements;
    this.watchers = watchers;
    this.ids = ids;
    this.rules = new AuctionRules(SealedBids.NONE, ids::next);
  }

  /** Answers with the new auction's state. */
  public CompletableFuture<String> admit(Proposal proposal, ClientKey key) {
    return submit(
        streams.catalogue(),
        key.of("admit " + proposal),
        commit -> admit(ids.next(), proposal, commit));
  }

  /**
   * Answers with a receipt.
   *
   * @param amount in minor units of the auction's currency
   */
  public CompletableFuture<String> placeBid(
      String auctionId, String bidder, long amount, ClientKey key) {
    return submit(
        streams.writer(auctionId),
        key.of("bid " + auctionId + " " + amount),
        commit -> {
          Auction auction = find(auctionId, commit);
          Offer offer = new Offer.Plain(bidder, new Money(amount, auction.currency()));
          return receipt(rules.placeBid(auction, offer, commit.now()), bidder, commit);
        });
  }

  /** Answers with the auction's state. */
  public CompletableFuture<String> cancel(String auctionId, Actor by, ClientKey key) {
    return submit(
        streams.writer(auctionId),
        key.of("cancel " + auctionId),
        commit -> {
          carryOut(rules.cancel(find(auctionId, commit), by, commit.now()), commit);
          return state(auctionId, commit);
        });
  }

  /** Answers with the auction's state. */
  public CompletableFuture<String> close(String auctionId, Actor by, ClientKey key) {
    return submit(
        streams.writer(auctionId),
        key.of("close " + auctionId),
        commit -> {
          carryOut(rules.close(find(auctionId, commit), by, commit.now()), commit);
          return state(auctionId, commit);
        });
  }

  /** Does what the clock has brought about, if anything. Answers with nothing of use. */
  CompletableFuture<String> keepTime(String auctionId) {
    return submit(
        streams.writer(auctionId),
        Optional.empty(),
        commit -> {
          Auction auction = find(auctionId, commit);
          Ruling ruling = rules.byTheClock(auction, commit.now());
          if (!ruling.auction().equals(auction)) {
            carryOut(ruling, commit);
          }
          return "";
        });
  }

  private CompletableFuture<String> submit(
      StreamWriter writer, Optional<IdempotencyKey> key, Command<String> command) {
    return writer
        .submit(Idempotency.once(key, command))
        .whenComplete((answer, failure) -> announcements.committed());
  }

  private String admit(String id, Proposal proposal, Commit commit) throws SQLException {
    Ruling ruling = Admission.admit(id, proposal, Pseudonyms.random(), commit.now());
    Position position = book.enter(commit, ruling.auction());
    announcements.make(commit, Announcement.of(ruling));
    return AuctionJson.state(new Snapshot(ruling.auction(), position), 0).toString();
  }

  private Auction find(String auctionId, Commit commit) throws SQLException {
    return book.find(commit, auctionId)
        .orElseThrow(() -> Refusal.notFound("There is no auction with this id."));
  }

  /** Tells the bidder of his own bid, which need not be all that the ruling brings. */
  private String receipt(Ruling ruling, String bidder, Commit commit) throws SQLException {
    List<Position> positions = carryOut(ruling, commit);
    BidPlaced placed = ruling.placedBy(bidder).orElseThrow();
    return BidJson.receipt(placed.bid(), positions.get(ruling.events().indexOf(placed)));
  }

  /** Returns the positions of the ruling's events. */
  private List<Position> carryOut(Ruling ruling, Commit commit) throws SQLException {
    book.update(commit, ruling.auction());
    announcements.make(commit, Announcement.of(ruling));
    List<Position> positions = new ArrayList<>();
    for (AuctionEvent event : ruling.events()) {
      positions.add(commit.append(EventJson.draft(ruling.auction(), event, commit.now())));
    }
    return positions;
  }

  private String state(String auctionId, Commit commit) throws SQLException {
    Snapshot snapshot = new Snapshot(find(auctionId, commit), commit.position());
    return AuctionJson.state(snapshot, watchers.of(auctionId)).toString();
  }
}
