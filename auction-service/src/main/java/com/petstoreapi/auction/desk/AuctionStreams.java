package com.petstoreapi.auction.desk;

import com.petstoreapi.auction.Auction;
import com.petstoreapi.auction.Auctions;
import com.petstoreapi.realtime.delivery.LiveStream;
import com.petstoreapi.realtime.delivery.LiveStreams;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.journal.StreamWriter;

/**
 * The streams of the auctions. Only those of auctions that exist are ever opened, so that made-up
 * ids leave nothing in memory and nothing in the journal.
 */
public final class AuctionStreams {
  /** Bears no events: its lock puts the admissions in order. */
  static final String CATALOGUE = "auctions";

  private final LiveStreams streams;
  private final Auctions auctions;

  public AuctionStreams(LiveStreams streams, Auctions auctions) {
    this.streams = streams;
    this.auctions = auctions;
  }

  /**
   * Where an auction is listened to. May block on the database.
   *
   * @throws Refusal {@code not-found}
   */
  public LiveStream stream(String auctionId) {
    requireKnown(auctionId);
    return streamOfKnown(auctionId);
  }

  /** The same for an auction that was just read, which need not be looked for once more. */
  public LiveStream streamOfKnown(String auctionId) {
    return streams.stream(Auction.streamOf(auctionId));
  }

  /** Where an auction is decided; the same holds. */
  StreamWriter writer(String auctionId) {
    requireKnown(auctionId);
    return streams.writer(Auction.streamOf(auctionId));
  }

  /** Where it is decided which auctions there are. */
  StreamWriter catalogue() {
    return streams.writer(CATALOGUE);
  }

  private void requireKnown(String auctionId) {
    if (streams.ifOpen(Auction.streamOf(auctionId)).isEmpty()) {
      auctions.get(auctionId);
    }
  }
}
