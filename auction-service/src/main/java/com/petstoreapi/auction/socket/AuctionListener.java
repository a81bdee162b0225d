package com.petstoreapi.auction.socket;

import com.petstoreapi.auction.desk.Auctioneer;
import com.petstoreapi.edge.identity.Roles;
import com.petstoreapi.edge.store.ClientKey;
import com.petstoreapi.edge.store.IdempotencyKey;
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.socket.Answers;
import com.petstoreapi.socket.Attendance;
import com.petstoreapi.socket.Listener;
import jakarta.json.JsonObject;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** What one client says in an auction; the answer to a bid comes later. */
final class AuctionListener implements Listener {
  private final Auctioneer auctioneer;
  private final String auctionId;
  private final WatchedPets watched;
  private final Answers answers;
  private final Attendance attendance;

  AuctionListener(
      Auctioneer auctioneer,
      String auctionId,
      WatchedPets watched,
      Answers answers,
      Attendance attendance) {
    this.auctioneer = auctioneer;
    this.auctionId = auctionId;
    this.watched = watched;
    this.answers = answers;
    this.attendance = attendance;
  }

  @Override
  public void hear(String type, JsonObject object) {
    ClientMessage message = ClientMessage.of(type, object);
    if (message instanceof ClientMessage.Bid bid) {
      buy(bid.key(), key -> auctioneer.placeBid(auctionId, userId(), bid.order(), key));
    } else if (message instanceof ClientMessage.BuyNow buyNow) {
      buy(buyNow.key(), key -> auctioneer.buyNow(auctionId, userId(), key));
    } else if (message instanceof ClientMessage.Watch watch) {
      watched.watch(watch.petId(), answers::tell);
    } else if (message instanceof ClientMessage.Unwatch unwatch) {
      watched.unwatch(unwatch.petId(), answers::tell);
    }
  }

  private void buy(String key, Function<ClientKey, CompletableFuture<String>> command) {
    if (!attendance.hasRole(Roles.USER)) {
      answers.reject(key, new Refusal(ErrorCode.FORBIDDEN, "Bids are made by users."));
      return;
    }
    answers.await(
        key, () -> command.apply(operation -> IdempotencyKey.of(userId(), key, operation)));
  }

  private String userId() {
    return attendance.userId();
  }
}
