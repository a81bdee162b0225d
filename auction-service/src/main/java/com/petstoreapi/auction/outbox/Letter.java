package com.petstoreapi.auction.outbox;

import com.petstoreapi.auction.Announcement;
import com.petstoreapi.auction.json.AnnouncementJson;

/**
 * What is put into the outbox.
 *
 * @param type by which the receiver knows it; what is neither a sale nor for those who watch is one
 *     event of that type
 * @param audience the only user who is told; empty for everyone
 * @param data a JSON object on one line
 */
public record Letter(String type, String audience, String data) {
  static Letter of(Announcement announcement) {
    return new Letter(
        announcement.kind().wire(),
        announcement.audience().user(),
        AnnouncementJson.data(announcement));
  }
}
