package com.petstoreapi.systemtests.outage;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.systemtests.support.Auctions;
import com.petstoreapi.systemtests.support.Waiting;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.awaitility.core.ConditionFactory;

/** When the power is cut, by dice, and what else happens in the hall then. */
final class Outages {
  private static final int ALL_ARE_KILLED_ONE_IN = 5;
  private static final int MOST_BIDS_BEFORE_A_KILL = 150;
  private static final int COMES_WITHIN_SECONDS = 60;
  private static final Duration AUCTION_ASIDE = Duration.ofSeconds(4);
  private static final Duration LOOK_EVERY = Duration.ofMillis(1);

  private final Auctions auctions;
  private final Hall hall;
  private final Ledger ledger;
  private final Power power;
  private final List<Watcher> watchers;
  private final Random dice;

  Outages(
      Auctions auctions,
      Hall hall,
      Ledger ledger,
      Power power,
      List<Watcher> watchers,
      Random dice) {
    this.auctions = auctions;
    this.hall = hall;
    this.ledger = ledger;
    this.power = power;
    this.watchers = watchers;
    this.dice = dice;
  }

  /** In turn among the bids, around the moment that an auction ends, and shortly before one. */
  void many(int times) {
    for (int number = 1; number <= times; number++) {
      boolean all = number % ALL_ARE_KILLED_ONE_IN == 0;
      awaitBids(1 + dice.nextInt(MOST_BIDS_BEFORE_A_KILL));
      switch (number % 3) {
        case 0 -> amongTheBids(all);
        case 1 -> besideAnEnd(dice.nextInt(600), all); // the server looks twice a second
        default -> besideAnEnd(-200 - dice.nextInt(800), all);
      }
    }
  }

  private void amongTheBids(boolean all) {
    power.cut(all);
    restore();
  }

  /**
   * @param millis how long after the end the power is cut; less than 0 for before
   */
  private void besideAnEnd(int millis, boolean all) {
    Instant end = Instant.now().plus(AUCTION_ASIDE);
    hall.openAsideUntil(end);
    awaitMoment(end.plusMillis(millis));
    power.cut(all);
    hall.leaveAside();
    awaitMoment(end);
    restore();
  }

  /** As an admin closes the main auction, which he does once more if he is not answered. */
  void whileTheMainAuctionIsClosed() {
    awaitBids(1);
    CompletableFuture<Boolean> closing = CompletableFuture.supplyAsync(this::closeMain);
    int enough = ledger.accepted() + dice.nextInt(5);
    await("some last bids").until(() -> closing.isDone() || ledger.accepted() >= enough);
    power.cut(false);
    closing.join();
    restore();
    assertThat(closeMain()).isTrue();
  }

  /** Returns whether it was answered. */
  private boolean closeMain() {
    try {
      auctions.close(hall.main(), "close-the-main-auction").expect(200);
      return true;
    } catch (UncheckedIOException connectionLost) {
      return false;
    }
  }

  private void restore() {
    power.restore();
    watchers.forEach(Watcher::comeBack);
  }

  private void awaitBids(int more) {
    int enough = ledger.accepted() + more;
    await(more + " more bids").until(() -> ledger.accepted() >= enough);
  }

  private static void awaitMoment(Instant moment) {
    await("the clock shows " + moment).until(() -> !Instant.now().isBefore(moment));
  }

  private static ConditionFactory await(String forWhat) {
    return Waiting.upTo(COMES_WITHIN_SECONDS, forWhat).pollInterval(LOOK_EVERY);
  }
}
