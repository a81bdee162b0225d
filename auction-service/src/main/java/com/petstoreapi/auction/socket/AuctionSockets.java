package com.petstoreapi.auction.socket;

import com.petstoreapi.auction.Auctions;
import com.petstoreapi.auction.Snapshot;
import com.petstoreapi.auction.Watchers;
import com.petstoreapi.auction.desk.AuctionStreams;
import com.petstoreapi.auction.desk.Auctioneer;
import com.petstoreapi.realtime.delivery.Connection;
import com.petstoreapi.realtime.delivery.Filter;
import com.petstoreapi.realtime.delivery.Heartbeats;
import com.petstoreapi.realtime.delivery.Lanes;
import com.petstoreapi.realtime.delivery.LiveStream;
import com.petstoreapi.realtime.failure.Refusal;
import jakarta.websocket.Session;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Brings sockets into auctions, and keeps count of them. */
public final class AuctionSockets {
  private final Auctions auctions;
  private final AuctionStreams streams;
  private final Auctioneer auctioneer;
  private final Watchers watchers;
  private final Lanes lanes;
  private final Heartbeats heartbeats;
  private final SocketSettings settings;
  private final Duration patience;
  private final Clock clock;
  private final AtomicInteger open = new AtomicInteger();

  /**
   * @param patience how long a bid may wait for its commit
   */
  public AuctionSockets(
      Auctions auctions,
      AuctionStreams streams,
      Auctioneer auctioneer,
      Watchers watchers,
      Lanes lanes,
      Heartbeats heartbeats,
      SocketSettings settings,
      Duration patience,
      Clock clock) {
    this.auctions = auctions;
    this.streams = streams;
    this.auctioneer = auctioneer;
    this.watchers = watchers;
    this.lanes = lanes;
    this.heartbeats = heartbeats;
    this.settings = settings;
    this.patience = patience;
    this.clock = clock;
  }

  /** Sockets that are open now. */
  public int open() {
    return open.get();
  }

  /**
   * Lets a client in. May block on the database.
   *
   * @throws Refusal {@code not-found}; then there is nothing to be closed here
   */
  Conversation enter(Session session, String auctionId, Bidder bidder, SocketQuery query) {
    LiveStream stream = streams.stream(auctionId);
    Feed feed =
        new Feed(
            stream,
            Filter.of(bidder.userId()),
            query,
            () -> snapshot(auctionId),
            snapshot -> watchers.of(auctionId));
    SocketConnection outlet =
        new SocketConnection(
            new Frames(session, query.batched()),
            feed,
            new Pings(settings.ping().toNanos(), settings.pong().toNanos(), System.nanoTime()),
            settings.heartbeat().toNanos(),
            clock);
    connect(outlet, stream);
    return new Conversation(
        auctioneer,
        auctionId,
        bidder,
        outlet,
        new TokenBucket(settings.messagesPerSecond(), settings.burst(), System.nanoTime()),
        settings.mostRefused(),
        patience);
  }

  private void connect(SocketConnection outlet, LiveStream stream) {
    Connection connection = lanes.connect(outlet, () -> closed(outlet, stream));
    outlet.attach(connection);
    open.incrementAndGet();
    heartbeats.add(outlet);
    stream.listen(outlet.bell());
    connection.wake();
  }

  private void closed(SocketConnection outlet, LiveStream stream) {
    stream.unlisten(outlet.bell());
    heartbeats.remove(outlet);
    open.decrementAndGet();
  }

  private Snapshot snapshot(String auctionId) {
    return auctions.find(auctionId).orElseThrow();
  }
}
