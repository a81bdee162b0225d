package com.petstoreapi.auction.json;

import static com.petstoreapi.edge.json.Builders.JSON;

import com.petstoreapi.auction.Announcement;
import com.petstoreapi.auction.Auction;
import com.petstoreapi.auction.Sale;
import com.petstoreapi.edge.json.Timestamps;
import com.petstoreapi.realtime.value.Money;
import jakarta.json.JsonObjectBuilder;
import java.util.Optional;

/** What people are told of an auction who may not be watching it. */
public final class AnnouncementJson {
  private AnnouncementJson() {}

  /** The data of the notification: a JSON object on one line. */
  public static String data(Announcement announcement) {
    Auction auction = announcement.auction();
    JsonObjectBuilder data =
        JSON.createObjectBuilder()
            .add("auctionId", auction.id())
            .add("petId", auction.lot().petId())
            .add("title", auction.lot().title());
    amount(announcement).ifPresent(amount -> data.add("amount", amount.amount()));
    data.add("currency", auction.currency()).add("status", auction.status().name());
    auction
        .sale()
        .map(Sale::winning)
        .ifPresent(bid -> data.add("winner", auction.nameOf(bid.bidder())));
    if (announcement.kind().isForWatchers()) {
      data.add("endsAt", Timestamps.format(auction.endsAt()));
    }
    return data.build().toString();
  }

  /** An auction that ended without a sale has no price. */
  private static Optional<Money> amount(Announcement announcement) {
    Auction auction = announcement.auction();
    return auction.isOver() ? auction.sale().map(Sale::price) : Optional.of(auction.price());
  }
}
