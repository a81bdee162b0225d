package com.petstoreapi.auction.socket;

import static com.petstoreapi.edge.json.Builders.JSON;

import com.petstoreapi.auction.Snapshot;
import com.petstoreapi.auction.json.AuctionJson;
import com.petstoreapi.socket.SocketMessages;
import java.util.List;

/** What this side says in auctions beside the events of the journal. */
final class ServerMessages {
  private ServerMessages() {}

  static String snapshot(Snapshot snapshot, int watchers) {
    return SocketMessages.message("snapshot")
        .add("auction", AuctionJson.state(snapshot, watchers))
        .add("position", snapshot.position().toString())
        .build()
        .toString();
  }

  /**
   * @param auctions the pet's open auctions, all of whose events come on this socket
   */
  static String watching(String petId, List<String> auctions) {
    return SocketMessages.message("watching")
        .add("petId", petId)
        .add("auctions", JSON.createArrayBuilder(auctions))
        .build()
        .toString();
  }

  static String unwatched(String petId) {
    return SocketMessages.message("unwatched").add("petId", petId).build().toString();
  }
}
