package com.petstoreapi.auction.outbox;

import com.petstoreapi.auction.Announcement.Kind;

/**
 * An announcement on its way.
 *
 * @param id by which the receiver knows a repetition
 * @param type the announcement's kind, by its name
 * @param audience the only user who is told, or who has won; empty for everyone
 * @param data a JSON object on one line
 */
record Parcel(String id, String type, String audience, String data) {
  boolean isSale() {
    return type.equals(Kind.SOLD.wire());
  }
}
