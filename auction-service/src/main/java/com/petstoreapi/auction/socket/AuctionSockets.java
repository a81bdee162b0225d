package com.petstoreapi.auction.socket;

import com.petstoreapi.auction.Auctions;
import com.petstoreapi.auction.Snapshot;
import com.petstoreapi.auction.Watchers;
import com.petstoreapi.auction.desk.AuctionStreams;
import com.petstoreapi.auction.desk.Auctioneer;
import com.petstoreapi.edge.identity.UserPrincipal;
import com.petstoreapi.presence.Presence;
import com.petstoreapi.presence.socket.PresenceAside;
import com.petstoreapi.realtime.delivery.Filter;
import com.petstoreapi.realtime.delivery.LiveStream;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.socket.Conversation;
import com.petstoreapi.socket.SocketQuery;
import com.petstoreapi.socket.Sockets;
import com.petstoreapi.socket.Visit;
import jakarta.websocket.Session;

/** Brings sockets into auctions. */
public final class AuctionSockets {
  private final Auctions auctions;
  private final AuctionStreams streams;
  private final Auctioneer auctioneer;
  private final Watchers watchers;
  private final Lookout lookout;
  private final Presence presence;

  public AuctionSockets(
      Auctions auctions,
      AuctionStreams streams,
      Auctioneer auctioneer,
      Watchers watchers,
      Lookout lookout,
      Presence presence) {
    this.auctions = auctions;
    this.streams = streams;
    this.auctioneer = auctioneer;
    this.watchers = watchers;
    this.lookout = lookout;
    this.presence = presence;
  }

  /**
   * Lets a client in. May block on the database.
   *
   * @throws Refusal {@code not-found}, or {@code rate-limited} when the user has as many
   *     connections as he may; then there is nothing to be closed here
   */
  Conversation enter(
      Sockets sockets, Session session, String auctionId, UserPrincipal user, SocketQuery query) {
    LiveStream stream = streams.stream(auctionId);
    return sockets.enter(session, user, query, stream, () -> visit(stream, auctionId, user, query));
  }

  private Visit visit(LiveStream stream, String auctionId, UserPrincipal user, SocketQuery query) {
    Snapshot first = auctions.get(auctionId);
    AuctionFeed feed = feed(stream, first, user, query);
    WatchedPets watched = watchedPets(auctionId, user, query);
    String name = first.auction().nameOf(user.getName());
    return new Visit(
        feed,
        new PresenceAside(presence, stream.name(), name, feed::hasBegun, watched),
        (answers, attendance) ->
            new AuctionListener(auctioneer, auctionId, watched, answers, attendance));
  }

  private AuctionFeed feed(
      LiveStream stream, Snapshot first, UserPrincipal user, SocketQuery query) {
    String auctionId = first.auction().id();
    return AuctionFeed.asked(
        stream,
        Filter.of(user.getName()),
        query,
        first,
        () -> auctions.get(auctionId),
        snapshot -> watchers.of(auctionId));
  }

  private WatchedPets watchedPets(String ownAuction, UserPrincipal user, SocketQuery query) {
    return new WatchedPets(
        lookout,
        ownAuction,
        (auctionId, stream, start) ->
            AuctionFeed.from(
                start,
                stream,
                Filter.of(user.getName()),
                query.latestOnly(),
                () -> auctions.get(auctionId),
                snapshot -> watchers.of(auctionId)));
  }
}
