package com.petstoreapi.auction.socket;

import com.petstoreapi.auction.OpenAuction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A pet that a client watches, and its auctions. Those that are over are remembered as long as a
 * look still has them for open: they must not be followed anew. Used under its owner's lock.
 */
final class WatchedPet {
  private final String ownAuction;
  private final long since;
  private final Map<String, FollowedAuction> auctions = new LinkedHashMap<>();
  private boolean hasOwn;
  private boolean untold;

  /**
   * @param ownAuction which the client gets anyhow, if it is of this pet
   * @param since no look up to this one knew that the client watches
   */
  WatchedPet(String ownAuction, long since) {
    this.ownAuction = ownAuction;
    this.since = since;
  }

  long since() {
    return since;
  }

  /** Whether it has auctions that the client was not told of. */
  boolean isUntold() {
    return untold;
  }

  void setUntold(boolean isUntold) {
    untold = isUntold;
  }

  /**
   * Takes in auctions.
   *
   * @param open what they are among
   * @param room at most so many
   * @return those that are new
   */
  List<FollowedAuction> add(List<FollowedAuction> found, List<OpenAuction> open, int room) {
    hasOwn |= open.stream().map(OpenAuction::auctionId).anyMatch(ownAuction::equals);
    List<FollowedAuction> added =
        found.stream().filter(one -> !auctions.containsKey(one.id())).limit(room).toList();
    added.forEach(one -> auctions.put(one.id(), one));
    return added;
  }

  boolean knows(String auctionId) {
    return auctionId.equals(ownAuction) ? hasOwn : auctions.containsKey(auctionId);
  }

  void forgetWhatIsOver(List<OpenAuction> open) {
    List<String> ids = open.stream().map(OpenAuction::auctionId).toList();
    auctions.values().removeIf(one -> one.isLeft() && !ids.contains(one.id()));
  }

  /** Those that it is followed for, over or not. */
  List<FollowedAuction> followed() {
    return List.copyOf(auctions.values());
  }

  /** The ids of those whose events the client gets. */
  List<String> ids() {
    List<String> ids = new ArrayList<>();
    if (hasOwn) {
      ids.add(ownAuction);
    }
    auctions.values().stream().filter(one -> !one.isLeft()).forEach(one -> ids.add(one.id()));
    return ids;
  }
}
