package com.petstoreapi.auction.support;

import com.petstoreapi.auction.Auctions;
import com.petstoreapi.auction.BidOrder;
import com.petstoreapi.auction.desk.AuctionStreams;
import com.petstoreapi.auction.desk.Auctioneer;
import com.petstoreapi.auction.outbox.Outbox;
import com.petstoreapi.auction.store.JdbcAuctionBook;
import com.petstoreapi.auction.store.JdbcAuctions;
import com.petstoreapi.auction.store.RememberingBook;
import com.petstoreapi.auction.watch.WatchLists;
import com.petstoreapi.auction.watch.store.JdbcWatchLists;
import com.petstoreapi.edge.json.JsonText;
import com.petstoreapi.realtime.delivery.Coalescing;
import com.petstoreapi.realtime.delivery.LiveStreams;
import com.petstoreapi.realtime.delivery.TailBounds;
import com.petstoreapi.realtime.delivery.WriterBounds;
import com.petstoreapi.realtime.value.Uuid7;
import java.time.Clock;
import java.util.Optional;

/** The service without its transports: rules, desk, store and journal on a database of its own. */
public final class Saleroom {
  private final Clock clock = Clock.systemUTC();
  private final Uuid7 ids = new Uuid7(clock);
  private final Database database;
  private final Auctions auctions;
  private final Outbox outbox;
  private final AuctionStreams streams;
  private final Auctioneer auctioneer;

  public Saleroom() {
    this(Database.empty());
  }

  /** Another node, or the same one after a restart. */
  public Saleroom(Database database) {
    this.database = database;
    this.auctions = new JdbcAuctions(database.dataSource());
    this.outbox = new Outbox(database.transactions(), ids);
    LiveStreams live =
        new LiveStreams(
            database.journal(clock),
            new TailBounds(1_000, 1_000_000),
            new WriterBounds(500, 1_000),
            Runnable::run,
            Coalescing.none(Runnable::run));
    this.streams = new AuctionStreams(live, auctions);
    RememberingBook book = new RememberingBook(new JdbcAuctionBook(), 100);
    this.auctioneer = new Auctioneer(streams, book, outbox, id -> 0, ids);
  }

  public Auctions auctions() {
    return auctions;
  }

  public Auctioneer auctioneer() {
    return auctioneer;
  }

  public AuctionStreams streams() {
    return streams;
  }

  public Outbox outbox() {
    return outbox;
  }

  public WatchLists watchLists() {
    return new JdbcWatchLists(database.transactions());
  }

  public Database database() {
    return database;
  }

  /** A new auction, and its id. */
  public String open(AnAuction auction) {
    String state = auctioneer.admit(auction.proposed(), operation -> Optional.empty()).join();
    return JsonText.parseObject(state).id("id");
  }

  public String bid(String auctionId, String bidder, String amount) {
    return bid(auctionId, bidder, BidOrder.plain(AnAuction.money(amount).minor()));
  }

  /** A bid by proxy. */
  public String bidUpTo(String auctionId, String bidder, String maximum) {
    return bid(auctionId, bidder, BidOrder.upTo(AnAuction.money(maximum).minor()));
  }

  private String bid(String auctionId, String bidder, BidOrder order) {
    return auctioneer.placeBid(auctionId, bidder, order, operation -> Optional.empty()).join();
  }
}
