package com.petstoreapi.benchmarks.bids;

import com.petstoreapi.auction.BidOrder;
import com.petstoreapi.auction.EnglishTerms;
import com.petstoreapi.auction.Increments;
import com.petstoreapi.auction.Lot;
import com.petstoreapi.auction.Proposal;
import com.petstoreapi.auction.Terms;
import com.petstoreapi.auction.desk.AuctionStreams;
import com.petstoreapi.auction.desk.Auctioneer;
import com.petstoreapi.auction.outbox.Outbox;
import com.petstoreapi.auction.store.JdbcAuctionBook;
import com.petstoreapi.auction.store.JdbcAuctions;
import com.petstoreapi.auction.store.RememberingBook;
import com.petstoreapi.edge.json.JsonText;
import com.petstoreapi.edge.store.IdempotencyKey;
import com.petstoreapi.edge.store.Migrations;
import com.petstoreapi.realtime.delivery.Coalescing;
import com.petstoreapi.realtime.delivery.LiveStreams;
import com.petstoreapi.realtime.delivery.TailBounds;
import com.petstoreapi.realtime.delivery.WriterBounds;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.journal.jdbc.JdbcJournal;
import com.petstoreapi.realtime.journal.jdbc.JdbcTransactions;
import com.petstoreapi.realtime.value.Money;
import com.petstoreapi.realtime.value.Uuid7;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;

/** The auctions of auction-service, without its transports. */
final class GroupCommit implements AuctionHouse {
  private final ExecutorService executor =
      Executors.newFixedThreadPool(
          4,
          task -> {
            Thread thread = new Thread(task, "writer");
            thread.setDaemon(true); // a run that fails shall end
            return thread;
          });
  private final Auctioneer auctioneer;
  private final String auction;

  /** A node that opens an auction. */
  GroupCommit(DataSource database) {
    this(database, Optional.empty());
  }

  /** Another node, at which there are bids for the same auction. */
  GroupCommit(DataSource database, GroupCommit other) {
    this(database, Optional.of(other.auction));
  }

  private GroupCommit(DataSource database, Optional<String> known) {
    Migrations.run(database);
    Clock clock = Clock.systemUTC();
    Uuid7 ids = new Uuid7(clock);
    JdbcTransactions transactions = new JdbcTransactions(database);
    JdbcAuctions auctions = new JdbcAuctions(database);
    LiveStreams streams =
        new LiveStreams(
            new JdbcJournal(database, transactions, clock),
            new TailBounds(8_192, 32 << 20),
            new WriterBounds(500, 20_000),
            executor,
            Coalescing.none(executor));
    auctioneer =
        new Auctioneer(
            new AuctionStreams(streams, auctions),
            new RememberingBook(new JdbcAuctionBook(), 100),
            new Outbox(transactions, ids),
            id -> 0,
            ids);
    auction = known.orElseGet(() -> open(clock));
  }

  /** Opens an auction on a database that has none yet; returns its id. */
  static String openAuction(DataSource database) {
    try (GroupCommit house = new GroupCommit(database)) {
      return house.auction;
    }
  }

  private String open(Clock clock) {
    Terms terms =
        new Terms(
            new Money(1, "USD"),
            Optional.empty(),
            EnglishTerms.risingBy(Increments.fixed(new Money(1, "USD"))));
    Proposal proposal =
        new Proposal(
            new Lot("seller", "pet", "Rex"),
            terms,
            Proposal.Bidders.VISIBLE,
            Optional.empty(),
            clock.instant().plus(Duration.ofHours(1)));
    return JsonText.parseObject(auctioneer.admit(proposal, operation -> Optional.empty()).join())
        .id("id");
  }

  @Override
  public CompletableFuture<Boolean> bid(String bidder, long amount, String key) {
    return auctioneer
        .placeBid(
            auction,
            bidder,
            BidOrder.plain(amount),
            operation -> IdempotencyKey.of(bidder, key, operation))
        .handle(GroupCommit::accepted);
  }

  private static boolean accepted(String receipt, Throwable failure) {
    if (failure == null) {
      return true;
    }
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof Refusal) {
      return false;
    }
    throw new IllegalStateException(cause);
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
