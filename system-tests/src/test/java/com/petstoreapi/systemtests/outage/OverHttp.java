package com.petstoreapi.systemtests.outage;

import com.petstoreapi.systemtests.support.Answer;
import com.petstoreapi.systemtests.support.Auctions;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Bids as requests. */
final class OverHttp implements Channel {
  private final Auctions auctions;

  OverHttp(Auctions auctions) {
    this.auctions = auctions;
  }

  @Override
  public Optional<Reply> bid(WantedBid bid) {
    try {
      Answer answer = auctions.bid(bid.user(), bid.auction(), bid.amount(), bid.key());
      return Optional.of(new Reply(answer.status() == 201, answer.json()));
    } catch (UncheckedIOException connectionLost) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {}
}
