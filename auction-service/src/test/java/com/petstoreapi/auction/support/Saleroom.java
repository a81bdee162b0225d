package com.petstoreapi.auction.support;

import com.petstoreapi.auction.Auctions;
import com.petstoreapi.auction.desk.AuctionStreams;
import com.petstoreapi.auction.desk.Auctioneer;
import com.petstoreapi.auction.outbox.Outbox;
import com.petstoreapi.auction.store.JdbcAuctionBook;
import com.petstoreapi.auction.store.JdbcAuctions;
import com.petstoreapi.auction.store.RememberingBook;
import com.petstoreapi.edge.json.JsonText;
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
  private final Database database = Database.empty();
  private final Auctions auctions = new JdbcAuctions(database.dataSource());
  private final Outbox outbox = new Outbox(database.transactions(), ids);
  private final LiveStreams live =
      new LiveStreams(
          database.journal(clock),
          new TailBounds(1_000, 1_000_000),
          new WriterBounds(500, 1_000),
          Runnable::run,
          Runnable::run);
  private final AuctionStreams streams = new AuctionStreams(live, auctions);
  private final Auctioneer auctioneer =
      new Auctioneer(
          streams, new RememberingBook(new JdbcAuctionBook(), 100), outbox, id -> 0, ids);

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

  public Database database() {
    return database;
  }

  /** A new auction, and its id. */
  public String open(AnAuction auction) {
    String state = auctioneer.admit(auction.proposed(), operation -> Optional.empty()).join();
    return JsonText.parseObject(state).id("id");
  }

  public String bid(String auctionId, String bidder, String amount) {
    long minor = AnAuction.money(amount).minor();
    return auctioneer.placeBid(auctionId, bidder, minor, operation -> Optional.empty()).join();
  }
}
