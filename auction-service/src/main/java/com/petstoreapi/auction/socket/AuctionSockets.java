package com.petstoreapi.auction.socket;

import com.petstoreapi.auction.Auctions;
import com.petstoreapi.auction.Snapshot;
import com.petstoreapi.auction.Watchers;
import com.petstoreapi.auction.desk.AuctionStreams;
import com.petstoreapi.auction.desk.Auctioneer;
import com.petstoreapi.edge.connection.Connections;
import com.petstoreapi.edge.connection.Connections.Admission;
import com.petstoreapi.edge.connection.Lifetime;
import com.petstoreapi.edge.identity.Identity;
import com.petstoreapi.edge.identity.UserPrincipal;
import com.petstoreapi.edge.quota.TokenBucket;
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
  private final Lookout lookout;
  private final Lanes lanes;
  private final Heartbeats heartbeats;
  private final Connections connections;
  private final Identity identity;
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
      Lookout lookout,
      Lanes lanes,
      Heartbeats heartbeats,
      Connections connections,
      Identity identity,
      SocketSettings settings,
      Duration patience,
      Clock clock) {
    this.auctions = auctions;
    this.streams = streams;
    this.auctioneer = auctioneer;
    this.watchers = watchers;
    this.lookout = lookout;
    this.lanes = lanes;
    this.heartbeats = heartbeats;
    this.connections = connections;
    this.identity = identity;
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
   * @throws Refusal {@code not-found}, or {@code rate-limited} when the user has as many
   *     connections as he may; then there is nothing to be closed here
   */
  Conversation enter(Session session, String auctionId, UserPrincipal user, SocketQuery query) {
    LiveStream stream = streams.stream(auctionId);
    Admission admission = connections.admit(user);
    try {
      Lifetime lifetime = new Lifetime(user.expiresAt());
      Frames frames = new Frames(session, query.batched());
      SocketConnection outlet =
          new SocketConnection(
              frames,
              feed(stream, auctionId, user, query),
              watchedPets(auctionId, user, query),
              new Pings(settings.ping().toNanos(), settings.pong().toNanos(), System.nanoTime()),
              lifetime,
              settings.mostReplies(patience),
              settings.heartbeat().toNanos(),
              clock);
      connect(outlet, frames, stream, admission);
      return new Conversation(
          auctioneer,
          auctionId,
          outlet,
          new Attendance(user, lifetime, identity.verifier()),
          new TokenBucket(settings.messagesPerSecond(), settings.burst(), System.nanoTime()),
          settings.mostRefused(),
          patience);
    } catch (RuntimeException e) {
      admission.release();
      throw e;
    }
  }

  private Feed feed(LiveStream stream, String auctionId, UserPrincipal user, SocketQuery query) {
    return Feed.asked(
        stream,
        Filter.of(user.getName()),
        query,
        () -> snapshot(auctionId),
        snapshot -> watchers.of(auctionId));
  }

  private WatchedPets watchedPets(String ownAuction, UserPrincipal user, SocketQuery query) {
    return new WatchedPets(
        lookout,
        ownAuction,
        (auctionId, stream, start) ->
            Feed.from(
                start,
                stream,
                Filter.of(user.getName()),
                query.latestOnly(),
                () -> snapshot(auctionId),
                snapshot -> watchers.of(auctionId)));
  }

  private void connect(
      SocketConnection outlet, Frames frames, LiveStream stream, Admission admission) {
    Connection connection =
        lanes.connect(
            outlet,
            () -> {
              closed(outlet, stream, admission);
              seeOff(frames);
            });
    outlet.attach(connection);
    open.incrementAndGet();
    heartbeats.add(outlet);
    stream.listen(outlet.bell());
    admission.attach(outlet::end);
    connection.wake();
  }

  /** The session is over, or about to be: sees to it that the connection is so, too. */
  void seeOff(Frames frames) {
    Farewell.begin(frames, heartbeats);
  }

  private void closed(SocketConnection outlet, LiveStream stream, Admission admission) {
    admission.release();
    stream.unlisten(outlet.bell());
    outlet.unwatchAll();
    heartbeats.remove(outlet);
    open.decrementAndGet();
  }

  private Snapshot snapshot(String auctionId) {
    return auctions.find(auctionId).orElseThrow();
  }
}
