package com.petstoreapi.auction.outbox;

import com.petstoreapi.auction.Announcement.Kind;
import com.petstoreapi.edge.json.JsonText;
import java.util.List;

/**
 * A sale as notification-service takes it: what it tells is told in the transaction that makes an
 * adoption of it.
 *
 * @param buyer under which name the adoption is told: his pseudonym where he has one
 * @param told the end to everyone, and the winner of his luck
 */
record Sold(String petId, String buyer, List<Notice> told) {
  static Sold of(Parcel parcel) {
    return new Sold(
        parcel.petId(),
        JsonText.parse(parcel.data()).asJsonObject().getString("winner"),
        List.of(
            new Notice(parcel.id() + ".end", Kind.ENDED.wire(), "", parcel.data()),
            new Notice(parcel.id() + ".won", "auction-won", parcel.audience(), parcel.data())));
  }

  String json() {
    return "{\"userId\":%s,\"events\":%s}".formatted(JsonText.value(buyer), Notice.json(told));
  }
}
