package com.petstoreapi.auction.outbox;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A courier who notes what he brings, and meets what a test wants him to meet. */
final class ACourier implements Courier {
  private final List<List<Notice>> journeys = new ArrayList<>();
  private final List<Sold> sales = new ArrayList<>();
  private final Set<String> invalid = new HashSet<>();
  private boolean away;
  private boolean answerLost;

  /** From now on, or not any more, the receiver is away. */
  void receiverIsAway(boolean isAway) {
    away = isAway;
  }

  /** From now on, or not any more, what is brought arrives but nobody hears of it. */
  void answerIsLost(boolean isLost) {
    answerLost = isLost;
  }

  /** The receiver takes nothing in which that word occurs. */
  void receiverFindsInvalid(String word) {
    invalid.add(word);
  }

  /** What has arrived, in its order. */
  List<Notice> arrived() {
    return journeys.stream().flatMap(List::stream).toList();
  }

  /** The same by journeys, each sale one of its own. */
  List<List<Notice>> journeys() {
    return journeys;
  }

  /** The sales that have arrived. */
  List<Sold> sales() {
    return sales;
  }

  @Override
  public void publish(List<Notice> notices) throws NotDelivered, Refused {
    bring(notices);
  }

  @Override
  public void sell(Sold sold) throws NotDelivered, Refused {
    bring(sold.told());
    sales.add(sold);
  }

  private void bring(List<Notice> notices) throws NotDelivered, Refused {
    if (away) {
      throw new NotDelivered("away");
    }
    if (invalid.stream().anyMatch(notices.toString()::contains)) {
      throw new Refused("invalid-message", "not like this");
    }
    journeys.add(List.copyOf(notices));
    if (answerLost) {
      throw new NotDelivered("no answer");
    }
  }
}
