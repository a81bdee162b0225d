package com.petstoreapi.systemtests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.systemtests.support.Auctions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The auction room, by people with browsers, over networks as they are. */
@WithShop
@EnabledIf(value = Chromium.IS_THERE, disabledReason = "there is no Chromium on this machine")
class AuctionRoomIT {
  private final Shop shop;
  private final Auctions auctions;
  private final String auction;
  private final Chromium chromium = new Chromium();

  AuctionRoomIT(Shop shop) {
    this.shop = shop;
    this.auctions = new Auctions(shop);
    this.auction = auctions.open();
  }

  @AfterEach
  void close() {
    shop.mend();
    chromium.close();
  }

  private Room enter(String user) {
    return Room.enter(chromium.person().newPage(), shop.pages(), user, auction);
  }

  /** Bids of somebody who is not affected by the browsers' network. */
  private void othersBid(int from, int to) {
    for (int amount = from; amount <= to; amount++) {
      auctions.bid(amount % 2 == 0 ? "carl" : "dora", auction, amount).expect(201);
    }
  }

  private static List<Integer> upTo(int last) {
    return IntStream.rangeClosed(1, last).boxed().toList();
  }

  private List<Integer> bidLog() {
    return auctions.bidLog(auction).stream().map(bid -> bid.amount().intValueExact()).toList();
  }

  @Test
  void twoPeopleBidAgainstEachOther() {
    Room ann = enter("ann");
    Room bob = enter("bob");
    ann.connection().awaitTransport("websocket", 1);
    ann.bid(5);
    ann.awaitMessage("Your bid stands.");
    bob.awaitPrice("$5.00");
    bob.awaitLeader("ann");
    bob.bid(4);
    bob.awaitMessage("It takes $6.00 or more.");
    bob.bidUpTo(20);
    bob.awaitLeader("you");
    ann.awaitMessage("You were outbid: $6.00");
    ann.bid(10);
    ann.awaitPrice("$11.00"); // the house bids for Bob
    ann.awaitLeader("bob");
    ann.bid(25);
    ann.awaitLeader("you");
    bob.awaitMessage("You were outbid: $25.00");
    bob.awaitPrice("$25.00");
    bob.awaitBids(bidLog().size());
    assertThat(ann.bids()).isEqualTo(bob.bids()).isEqualTo(bidLog());
  }

  @Test
  void anAuctionThatThereIsNotIsToldSo() {
    Room nowhere = Room.open(chromium.person().newPage(), shop.pages(), "ann", "no-such");
    nowhere.awaitMessage("There is no auction with this id.");
  }

  @Test
  void theNetworkIsAwayForTwentySecondsAndNothingIsMissed() throws InterruptedException {
    Room ann = enter("ann");
    othersBid(1, 3);
    ann.awaitBids(3);
    shop.auctionsNetwork().cut();
    ann.connection().awaitInterruption(5);
    othersBid(4, 8);
    TimeUnit.SECONDS.sleep(20); // that long it is away
    assertThat(ann.bids()).isEqualTo(upTo(3));
    shop.mend();
    ann.connection().awaitOpen(30);
    othersBid(9, 10);
    ann.awaitBids(10);
    assertThat(ann.bids()).isEqualTo(upTo(10));
    ann.awaitPrice("$10.00");
  }

  @Test
  void aBidThatIsMadeWhileTheServerRestartsCountsOnce() {
    Room ann = enter("ann");
    Room bob = enter("bob");
    bob.bid(1);
    ann.awaitBids(1);
    shop.servers().auction().stop();
    ann.connection().awaitInterruption(20);
    ann.bid(2);
    shop.servers().auction().start();
    ann.awaitMessage("Your bid stands.");
    ann.awaitBids(2);
    bob.awaitBids(2);
    assertThat(bidLog()).isEqualTo(upTo(2)).isEqualTo(ann.bids()).isEqualTo(bob.bids());
  }

  @Test
  void whereNoSocketGetsThroughItIsLiveOverAStreamAndComesBackLater() {
    shop.auctionsNetwork().refuseSockets();
    Room ann = Room.enter(chromium.person().newPage(), shop.pages(), "ann", auction);
    ann.connection().awaitTransport("sse", 5);
    ann.bid(1);
    ann.awaitMessage("Your bid stands.");
    othersBid(2, 4);
    ann.awaitBids(4);
    shop.mend();
    int last = 4;
    while (!ann.connection().isOver("websocket") && last < 90) { // bids come while it changes over
      othersBid(++last, last);
      ann.look(500);
    }
    ann.connection().awaitTransport("websocket", 1);
    othersBid(++last, last);
    ann.awaitBids(last);
    assertThat(ann.bids()).isEqualTo(upTo(last));
    ann.bid(last + 1);
    ann.awaitMessage("Your bid stands.");
  }

  @Test
  void anOpenSocketThatIsCutForGoodBecomesAStream() {
    Room ann = enter("ann");
    othersBid(1, 2);
    ann.awaitBids(2);
    shop.auctionsNetwork().refuseSockets();
    shop.auctionsNetwork().dropAll();
    ann.connection().awaitTransport("sse", 10);
    othersBid(3, 4);
    ann.awaitBids(4);
    assertThat(ann.bids()).isEqualTo(upTo(4));
  }

  @Test
  void whereStreamsAreHeldBackItGoesOnByLongPoll() {
    shop.auctionsNetwork().refuseSockets();
    shop.auctionsNetwork().holdStreams();
    Room ann = Room.enter(chromium.person().newPage(), shop.pages(), "ann", auction);
    ann.connection().awaitTransport("poll", 20);
    ann.bid(1);
    ann.awaitMessage("Your bid stands.");
    othersBid(2, 6);
    ann.awaitBids(6);
    assertThat(ann.bids()).isEqualTo(upTo(6));
  }
}
