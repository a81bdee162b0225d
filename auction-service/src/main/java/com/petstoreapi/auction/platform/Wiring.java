package com.petstoreapi.auction.platform;

import com.petstoreapi.auction.Auction;
import com.petstoreapi.auction.AuctionBook;
import com.petstoreapi.auction.Auctions;
import com.petstoreapi.auction.Watchers;
import com.petstoreapi.auction.desk.AuctionStreams;
import com.petstoreapi.auction.desk.Auctioneer;
import com.petstoreapi.auction.desk.ClosingClock;
import com.petstoreapi.auction.desk.Seed;
import com.petstoreapi.auction.outbox.Outbox;
import com.petstoreapi.auction.outbox.OutboxRelay;
import com.petstoreapi.auction.outbox.Relays;
import com.petstoreapi.auction.socket.AuctionSockets;
import com.petstoreapi.auction.socket.Lookout;
import com.petstoreapi.auction.store.JdbcAuctionBook;
import com.petstoreapi.auction.store.JdbcAuctions;
import com.petstoreapi.auction.store.JdbcOpenAuctions;
import com.petstoreapi.auction.store.RememberingBook;
import com.petstoreapi.auction.store.UnfinishedAuctions;
import com.petstoreapi.auction.watch.WatchLists;
import com.petstoreapi.auction.watch.store.JdbcWatchLists;
import com.petstoreapi.chat.store.OpenRooms;
import com.petstoreapi.edge.connection.Connections;
import com.petstoreapi.edge.identity.Identity;
import com.petstoreapi.edge.identity.StreamPaths;
import com.petstoreapi.edge.settings.SettingsReader;
import com.petstoreapi.edge.settings.StreamSettings;
import com.petstoreapi.edge.store.lease.Leases;
import com.petstoreapi.edge.store.retention.StreamsInUse;
import com.petstoreapi.presence.Presence;
import com.petstoreapi.realtime.delivery.Heartbeats;
import com.petstoreapi.realtime.delivery.Lanes;
import com.petstoreapi.realtime.delivery.LiveStreams;
import com.petstoreapi.realtime.journal.Journal;
import com.petstoreapi.realtime.journal.jdbc.Transactions;
import com.petstoreapi.realtime.tracing.Tracing;
import com.petstoreapi.realtime.value.Uuid7;
import com.petstoreapi.socket.Sockets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import javax.sql.DataSource;

/** Builds the auctions out of plain objects, on what both services stand on. */
@ApplicationScoped
public class Wiring {
  /** Auctions whose state is kept in memory; a few kilobytes each. */
  private static final int MOST_REMEMBERED = 10_000;

  @Produces
  @Singleton
  AuctionSettings settings(SettingsReader reader, StreamSettings streams) {
    return AuctionSettings.from(reader, streams);
  }

  @Produces
  @Singleton
  StreamPaths streamPaths() {
    return StreamPaths.of(
        "/auctions/[^/]+",
        "/v1/auctions/[^/]+/events",
        "/chat/[^/]+",
        "/v1/chats/[^/]+/events",
        "/care/[^/]+",
        "/v1/care/[^/]+/events");
  }

  @Produces
  @Singleton
  Auctions auctions(DataSource dataSource) {
    return new JdbcAuctions(dataSource);
  }

  @Produces
  @Singleton
  AuctionBook book() {
    return new RememberingBook(new JdbcAuctionBook(), MOST_REMEMBERED);
  }

  @Produces
  @Singleton
  Outbox outbox(Transactions transactions, Uuid7 ids) {
    return new Outbox(transactions, ids);
  }

  @Produces
  @Singleton
  WatchLists watchLists(Transactions transactions) {
    return new JdbcWatchLists(transactions);
  }

  @Produces
  @Singleton
  OutboxRelay relay(
      Outbox outbox,
      WatchLists watchLists,
      AuctionSettings settings,
      Identity identity,
      Clock clock,
      Leases leases,
      Tracing tracing) {
    return Relays.toNotificationService(
        outbox,
        watchLists,
        settings.relay(),
        identity,
        clock,
        leases.on("outbox-relay")::isHeld,
        tracing);
  }

  @Produces
  @Singleton
  Watchers watchers(Presence presence) {
    return auctionId -> presence.count(Auction.streamOf(auctionId));
  }

  @Produces
  @Singleton
  AuctionStreams streams(LiveStreams streams, Auctions auctions) {
    return new AuctionStreams(streams, auctions);
  }

  @Produces
  @Singleton
  Auctioneer auctioneer(
      AuctionStreams streams, AuctionBook book, Outbox outbox, Watchers watchers, Uuid7 ids) {
    return new Auctioneer(streams, book, outbox, watchers, ids);
  }

  @Produces
  @Singleton
  ClosingClock closingClock(Auctions auctions, Auctioneer auctioneer, Leases leases) {
    return new ClosingClock(auctions, auctioneer, leases.on("closing-clock")::isHeld);
  }

  @Produces
  @Singleton
  StreamsInUse streamsInUse(DataSource dataSource) {
    return StreamsInUse.anyOf(new UnfinishedAuctions(dataSource), OpenRooms.streams(dataSource));
  }

  @Produces
  @Singleton
  Seed seed(Auctions auctions, AuctionBook book, Journal journal) {
    return new Seed(auctions, book, journal);
  }

  @Produces
  @Singleton
  Lookout lookout(DataSource dataSource, AuctionStreams streams) {
    return new Lookout(new JdbcOpenAuctions(dataSource), streams);
  }

  @Produces
  @Singleton
  Sockets sockets(
      Lanes lanes,
      Heartbeats heartbeats,
      Connections connections,
      Identity identity,
      AuctionSettings settings,
      StreamSettings streamSettings,
      Clock clock) {
    return new Sockets(
        lanes,
        heartbeats,
        connections,
        identity.verifier(),
        settings.socket(),
        streamSettings.commandTimeout(),
        clock);
  }

  @Produces
  @Singleton
  AuctionSockets auctionSockets(
      Auctions auctions,
      AuctionStreams streams,
      Auctioneer auctioneer,
      Watchers watchers,
      Lookout lookout,
      Presence presence) {
    return new AuctionSockets(auctions, streams, auctioneer, watchers, lookout, presence);
  }
}
