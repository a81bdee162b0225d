package com.petstoreapi.auction.desk;

import com.petstoreapi.auction.Auction;
import com.petstoreapi.auction.Watchers;
import com.petstoreapi.edge.sse.SseStreams;
import com.petstoreapi.realtime.delivery.LiveStream;
import com.petstoreapi.realtime.delivery.LiveStreams;

/** Counts those who listen to an auction's stream, by socket or by SSE. */
public final class StreamWatchers implements Watchers {
  private final LiveStreams streams;
  private final SseStreams sse;

  public StreamWatchers(LiveStreams streams, SseStreams sse) {
    this.streams = streams;
    this.sse = sse;
  }

  @Override
  public int of(String auctionId) {
    return streams.ifOpen(Auction.streamOf(auctionId)).map(this::count).orElse(0);
  }

  /** Each socket listens for itself, all SSE connections of a stream by one bell. */
  private int count(LiveStream stream) {
    int bySse = sse.open(stream);
    int bells = bySse > 0 ? 1 : 0;
    return Math.max(0, stream.listeners() - bells) + bySse;
  }
}
