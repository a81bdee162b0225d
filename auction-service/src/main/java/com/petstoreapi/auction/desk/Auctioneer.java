package com.petstoreapi.auction.desk;

import com.petstoreapi.auction.Actor;
import com.petstoreapi.auction.Admission;
import com.petstoreapi.auction.Announcement;
import com.petstoreapi.auction.Announcements;
import com.petstoreapi.auction.Auction;
import com.petstoreapi.auction.AuctionBook;
import com.petstoreapi.auction.AuctionEvent;
import com.petstoreapi.auction.AuctionEvent.BidSealed;
import com.petstoreapi.auction.AuctionRules;
import com.petstoreapi.auction.BidOrder;
import com.petstoreapi.auction.Offer;
import com.petstoreapi.auction.Proposal;
import com.petstoreapi.auction.Pseudonyms;
import com.petstoreapi.auction.Receipt;
import com.petstoreapi.auction.Ruling;
import com.petstoreapi.auction.Snapshot;
import com.petstoreapi.auction.Watchers;
import com.petstoreapi.auction.json.AuctionJson;
import com.petstoreapi.auction.json.BidJson;
import com.petstoreapi.auction.json.EventJson;
import com.petstoreapi.edge.store.ClientKey;
import com.petstoreapi.edge.store.Idempotency;
import com.petstoreapi.edge.store.IdempotencyKey;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.journal.Command;
import com.petstoreapi.realtime.journal.Commit;
import com.petstoreapi.realtime.journal.Position;
import com.petstoreapi.realtime.journal.StreamWriter;
import com.petstoreapi.realtime.value.Uuid7;
import java.sql.SQLException;
import java.time.Instant;
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
  private final BidFigures bids = new BidFigures();

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
  }

  /** What became of the bids. */
  public BidFigures bids() {
    return bids;
  }

  /** Answers with the new auction's state. */
  public CompletableFuture<String> admit(Proposal proposal, ClientKey key) {
    return submit(
        streams.catalogue(),
        key.of("admit " + proposal),
        commit -> admit(ids.next(), proposal, commit));
  }

  /** Answers with a receipt. */
  public CompletableFuture<String> placeBid(
      String auctionId, String bidder, BidOrder order, ClientKey key) {
    String operation = "bid " + auctionId + (order.byProxy() ? " up to " : " ") + order.minor();
    Command<String> command =
        commit -> {
          Auction auction = find(auctionId, commit);
          Offer offer = order.by(bidder, auction.currency());
          Ruling ruling = rules(auctionId, commit).placeBid(auction, offer, commit.now());
          return receipt(ruling, bidder, commit);
        };
    return bids.count(() -> submit(streams.writer(auctionId), key.of(operation), command));
  }

  /** Answers with a receipt. */
  public CompletableFuture<String> buyNow(String auctionId, String buyer, ClientKey key) {
    Command<String> command =
        commit -> {
          Auction auction = find(auctionId, commit);
          Ruling ruling = rules(auctionId, commit).buyNow(auction, buyer, commit.now());
          return receipt(ruling, buyer, commit);
        };
    return bids.count(() -> submit(streams.writer(auctionId), key.of("buy " + auctionId), command));
  }

  /** Answers with the auction's state. */
  public CompletableFuture<String> cancel(String auctionId, Actor by, ClientKey key) {
    return decide(
        auctionId,
        key.of("cancel " + auctionId),
        (rules, auction, now) -> rules.cancel(auction, by, now));
  }

  /** Answers with the auction's state. */
  public CompletableFuture<String> close(String auctionId, Actor by, ClientKey key) {
    return decide(
        auctionId,
        key.of("close " + auctionId),
        (rules, auction, now) -> rules.close(auction, by, now));
  }

  /** Does what the clock has brought about, if anything. Answers with the auction's state. */
  CompletableFuture<String> keepTime(String auctionId) {
    return decide(auctionId, Optional.empty(), AuctionRules::byTheClock);
  }

  private CompletableFuture<String> decide(
      String auctionId, Optional<IdempotencyKey> key, Decision decision) {
    return submit(
        streams.writer(auctionId),
        key,
        commit -> {
          Auction auction = find(auctionId, commit);
          AuctionRules rules = rules(auctionId, commit);
          carryOut(decision.rule(rules, auction, commit.now()), commit);
          return state(auctionId, commit);
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

  private AuctionRules rules(String auctionId, Commit commit) {
    return new AuctionRules(book.sealedBids(commit, auctionId), ids::next);
  }

  private String receipt(Ruling ruling, String bidder, Commit commit) throws SQLException {
    List<Position> positions = carryOut(ruling, commit);
    Receipt receipt = Receipt.of(ruling, bidder);
    Position position = positions.get(ruling.events().indexOf(receipt.event()));
    return BidJson.receipt(receipt, ruling.auction().nameOf(bidder), position);
  }

  /** Returns the positions of the ruling's events. What has brought none has changed nothing. */
  private List<Position> carryOut(Ruling ruling, Commit commit) throws SQLException {
    List<Position> positions = new ArrayList<>();
    if (ruling.events().isEmpty()) {
      return positions;
    }
    Auction auction = ruling.auction();
    book.update(commit, auction);
    announcements.make(commit, Announcement.of(ruling));
    for (AuctionEvent event : ruling.events()) {
      Position position = commit.append(EventJson.draft(auction, event, commit.now()));
      positions.add(position);
      if (event instanceof BidSealed sealed) {
        book.seal(commit, auction.id(), sealed.bid(), position);
      }
    }
    return positions;
  }

  private String state(String auctionId, Commit commit) throws SQLException {
    Snapshot snapshot = new Snapshot(find(auctionId, commit), commit.position());
    return AuctionJson.state(snapshot, watchers.of(auctionId)).toString();
  }

  /** What the rules are asked. */
  @FunctionalInterface
  private interface Decision {
    Ruling rule(AuctionRules rules, Auction auction, Instant now);
  }
}
