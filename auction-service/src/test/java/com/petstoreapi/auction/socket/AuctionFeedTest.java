package com.petstoreapi.auction.socket;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.auction.Actor;
import com.petstoreapi.auction.support.AnAuction;
import com.petstoreapi.auction.support.Saleroom;
import com.petstoreapi.edge.json.JsonText;
import com.petstoreapi.realtime.delivery.Filter;
import com.petstoreapi.realtime.delivery.Start;
import com.petstoreapi.socket.SocketQuery;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuctionFeedTest {
  private final Saleroom saleroom = new Saleroom();
  private final String id =
      saleroom.open(AnAuction.of().risingBy("1").endingAt(Instant.now().plusSeconds(3_600)));

  @Test
  void beginsWithASnapshotAndGoesOnFromThere() {
    saleroom.bid(id, "ann", "10");
    AuctionFeed feed = feed("watcher", "", false);
    saleroom.bid(id, "bob", "11");

    assertThat(taken(feed)).containsExactly("snapshot 1", "bid 2");
    saleroom.bid(id, "ann", "12");
    assertThat(taken(feed)).containsExactly("bid 4");
  }

  @Test
  void tellsOnlyTheLoserThatHeWasOutbid() {
    AuctionFeed ann = feed("ann", "", false);
    AuctionFeed bob = feed("bob", "", false);
    saleroom.bid(id, "ann", "10");
    saleroom.bid(id, "bob", "11");

    assertThat(taken(ann)).containsExactly("snapshot 0", "bid 1", "bid 2", "outbid 3");
    assertThat(taken(bob)).containsExactly("snapshot 0", "bid 1", "bid 2");
  }

  @Test
  void givesBackWhatWasMissedAndSaysSo() {
    saleroom.bid(id, "ann", "10");
    saleroom.bid(id, "bob", "11");
    AuctionFeed feed = feed("watcher", "1", false);

    assertThat(taken(feed)).containsExactly("bid 2", "resumed 3");
    saleroom.bid(id, "ann", "12");
    assertThat(taken(feed)).containsExactly("bid 4");
  }

  @Test
  void saysAtOnceThatNothingWasMissed() {
    saleroom.bid(id, "ann", "10");
    assertThat(taken(feed("watcher", "1", false))).containsExactly("resumed 1");
  }

  @Test
  void resumesOverManyBatches() {
    for (int i = 0; i < 500; i++) {
      saleroom.bid(id, i % 2 == 0 ? "ann" : "bob", Integer.toString(10 + i));
    }
    List<String> told = taken(feed("watcher", "0", false));

    assertThat(told).hasSize(501).endsWith("resumed 999");
    assertThat(told.subList(0, 500)).allMatch(message -> message.startsWith("bid"));
  }

  @Test
  void startsAnewWithASnapshotWhereItCannotReplay() {
    saleroom.bid(id, "ann", "10");
    AuctionFeed feed = feed("watcher", "1-otherlife", false);
    saleroom.bid(id, "bob", "11");

    assertThat(taken(feed)).containsExactly("reset null", "snapshot 3");
    saleroom.bid(id, "ann", "12");
    assertThat(taken(feed)).containsExactly("bid 4");
  }

  @Test
  void leavesOutToppedBidsAndNothingElseWhenAskedTo() {
    AuctionFeed feed = feed("ann", "0", true);
    saleroom.bid(id, "ann", "10");
    saleroom.bid(id, "bob", "11");
    saleroom.bid(id, "cid", "12");

    assertThat(taken(feed)).containsExactly("outbid 3", "bid 4", "resumed 5");
  }

  @Test
  void isOverWhenTheEndWasTold() {
    AuctionFeed before = feed("watcher", "", false);
    taken(before);
    assertThat(before.isOver()).isFalse();
    saleroom.auctioneer().close(id, new Actor("admin", true), key -> Optional.empty()).join();

    assertThat(taken(before)).containsExactly("auction-end 1");
    assertThat(before.isOver()).isTrue();
  }

  @Test
  void isOverAtOnceForWhoComesAfterTheEnd() {
    saleroom.auctioneer().close(id, new Actor("admin", true), key -> Optional.empty()).join();
    AuctionFeed late = feed("watcher", "", false);
    AuctionFeed back = feed("watcher", "1", false);

    assertThat(taken(late)).containsExactly("snapshot 1");
    assertThat(late.isOver()).isTrue();
    assertThat(taken(back)).containsExactly("resumed 1");
    assertThat(back.isOver()).isTrue();
  }

  private AuctionFeed feed(String user, String after, boolean latestOnly) {
    return AuctionFeed.asked(
        saleroom.streams().stream(id),
        Filter.of(user),
        new SocketQuery(Start.parse(after), latestOnly, false),
        saleroom.auctions().get(id),
        () -> saleroom.auctions().get(id),
        snapshot -> 0);
  }

  /** Type and number of each message, up to the head. */
  private static List<String> taken(AuctionFeed feed) {
    List<String> told = new ArrayList<>();
    do {
      feed.take().forEach(message -> told.add(brief(message)));
    } while (feed.isBehind());
    return told;
  }

  private static String brief(String message) {
    JsonObject object = JsonText.parse(message).asJsonObject();
    String position = object.getString("position", "null");
    return object.getString("type") + " " + position.replaceAll("-.*", "");
  }
}
