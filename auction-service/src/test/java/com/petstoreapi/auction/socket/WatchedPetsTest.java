package com.petstoreapi.auction.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.petstoreapi.auction.Actor;
import com.petstoreapi.auction.OpenAuction;
import com.petstoreapi.auction.store.JdbcOpenAuctions;
import com.petstoreapi.auction.support.AnAuction;
import com.petstoreapi.auction.support.Saleroom;
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WatchedPetsTest {
  private final Saleroom saleroom = new Saleroom();
  private final JdbcOpenAuctions auctions = new JdbcOpenAuctions(saleroom.database().dataSource());
  private final Lookout lookout = new Lookout(auctions, saleroom.streams());
  private String own;
  private WatchingClient client;

  @BeforeEach
  void aClientIsInAnAuction() {
    own = saleroom.open(auctionOf("rex"));
    client = new WatchingClient(saleroom, lookout, "ann", own);
  }

  @AfterEach
  void nothingIsLeftBehindByAClientThatHasGone() {
    Set<String> all = client.everFollowed();
    client.pets().close();

    assertThat(lookout.pets()).isZero();
    assertThat(lookout.followed()).isZero();
    assertThat(all).allMatch(id -> saleroom.streams().stream(id).listeners() == 0);
  }

  @Test
  void tellsWhatHappensFromNowOnInThePetsOpenAuctions() {
    String first = saleroom.open(auctionOf("luna"));
    String second = saleroom.open(auctionOf("luna"));
    saleroom.bid(first, "bob", "10");
    client.watch("luna");
    saleroom.bid(first, "cid", "20");
    saleroom.bid(second, "bob", "10");

    assertThat(client.taken())
        .containsExactlyInAnyOrder(
            "watching luna " + sorted(first, second), "bid 2 " + first, "bid 1 " + second)
        .startsWith("watching luna " + sorted(first, second));
  }

  @Test
  void theAnswerComesFirstHoweverSoonSomethingHappens() {
    String luna = saleroom.open(auctionOf("luna"));
    client.whenAnswered(() -> saleroom.bid(luna, "bob", "10"));
    client.watch("luna");

    assertThat(client.taken()).containsExactly("watching luna [" + luna + "]", "bid 1 " + luna);
  }

  @Test
  void aPetWithoutAnAuctionIsWatchedAsWell() {
    client.watch("luna");
    assertThat(client.taken()).containsExactly("watching luna []");
    assertThat(lookout.pets()).isEqualTo(1);
  }

  @Test
  void anAuctionThatOpensLaterIsToldFromItsBeginning() {
    client.watch("luna");
    client.taken();
    String luna = saleroom.open(auctionOf("luna"));
    saleroom.bid(luna, "bob", "10");
    lookout.run();

    assertThat(client.taken()).containsExactly("watching luna [" + luna + "]", "bid 1 " + luna);
    saleroom.bid(luna, "cid", "20");
    lookout.run();
    assertThat(client.taken()).containsExactly("bid 2 " + luna);
  }

  @Test
  void aLookThatBeganBeforeSomebodyWatchesDoesNotCountForHim() {
    String luna = saleroom.open(auctionOf("luna"));
    saleroom.bid(luna, "bob", "10");
    List<OpenAuction> seen = auctions.of(Set.of("luna"));
    close(luna);
    client.watch("luna");
    client.pets().found("luna", seen, 0);

    assertThat(client.taken()).containsExactly("watching luna []");
  }

  @Test
  void privateEventsGoToTheirUserOnly() {
    String luna = saleroom.open(auctionOf("luna"));
    WatchingClient bob = new WatchingClient(saleroom, lookout, "bob", own);
    client.watch("luna");
    bob.watch("luna");
    saleroom.bid(luna, "ann", "10");
    saleroom.bid(luna, "cid", "20");

    assertThat(client.taken()).contains("bid 1 " + luna, "outbid 3 " + luna);
    assertThat(bob.taken()).contains("bid 1 " + luna, "bid 2 " + luna).doesNotContain("outbid 3");
    bob.pets().close();
  }

  @Test
  void theClientsOwnAuctionIsNotToldTwice() {
    String another = saleroom.open(auctionOf("rex"));
    client.watch("rex");
    saleroom.bid(own, "bob", "10");
    saleroom.bid(another, "bob", "10");
    lookout.run();

    assertThat(client.taken())
        .containsExactly("watching rex [" + own + ", " + another + "]", "bid 1 " + another);
    assertThat(saleroom.streams().stream(own).listeners()).isZero();
  }

  @Test
  void theEndOfAnAuctionEndsItsFeedAndNoOther() {
    String first = saleroom.open(auctionOf("luna"));
    String second = saleroom.open(auctionOf("luna"));
    client.watch("luna");
    client.taken();
    close(first);

    assertThat(client.taken()).containsExactly("auction-end 1 " + first);
    assertThat(lookout.followed()).isEqualTo(1);
    assertThat(saleroom.streams().stream(first).listeners()).isZero();
    saleroom.bid(second, "bob", "10");
    assertThat(client.taken()).containsExactly("bid 1 " + second);
  }

  @Test
  void whatIsOverIsNotFollowedAnewByALookThatIsBehind() {
    String luna = saleroom.open(auctionOf("luna"));
    client.watch("luna");
    List<OpenAuction> seen = auctions.of(Set.of("luna"));
    close(luna);
    client.taken();
    client.pets().found("luna", seen, 17);

    assertThat(client.taken()).isEmpty();
    assertThat(lookout.followed()).isZero();
  }

  @Test
  void whoWatchesNoLongerIsToldNothingMore() {
    String luna = saleroom.open(auctionOf("luna"));
    client.watch("luna");
    client.taken();
    saleroom.bid(luna, "bob", "10");
    client.unwatch("luna");
    saleroom.bid(luna, "cid", "20");
    lookout.run();

    assertThat(client.taken()).containsExactly("unwatched luna");
    assertThat(lookout.pets()).isZero();
  }

  @Test
  void whatWasNeverWatchedIsUnwatchedAllTheSame() {
    client.unwatch("luna");
    assertThat(client.taken()).containsExactly("unwatched luna");
  }

  @Test
  void whoWatchesAgainGetsTheAnswerAndNothingTwice() {
    String luna = saleroom.open(auctionOf("luna"));
    client.watch("luna");
    client.watch("luna");
    saleroom.bid(luna, "bob", "10");

    assertThat(client.taken())
        .containsExactly(
            "watching luna [" + luna + "]", "watching luna [" + luna + "]", "bid 1 " + luna);
    assertThat(client.feeds()).isEqualTo(1);
  }

  @Test
  void twentyPetsAreWatchedAndNotOneMore() {
    IntStream.range(0, WatchedPets.MOST_PETS).forEach(i -> client.watch("pet-" + i));

    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> client.watch("luna"))
        .extracting(Refusal::code)
        .isEqualTo(ErrorCode.LIMIT_REACHED);
    client.watch("pet-7");
    client.unwatch("pet-7");
    client.watch("luna");
    assertThat(lookout.pets()).isEqualTo(WatchedPets.MOST_PETS);
  }

  @Test
  void aHundredAuctionsAreFollowedAndNotOneMore() {
    IntStream.range(0, 60).forEach(i -> saleroom.open(auctionOf("luna")));
    IntStream.range(0, 60).forEach(i -> saleroom.open(auctionOf("milo")));
    client.watch("luna");
    client.watch("milo");
    lookout.run();

    assertThat(lookout.followed()).isEqualTo(WatchedPets.MOST_AUCTIONS);
  }

  @Test
  void thereIsRoomAgainWhenOneHasEnded() {
    List<String> luna =
        IntStream.range(0, WatchedPets.MOST_AUCTIONS)
            .mapToObj(i -> saleroom.open(auctionOf("luna")))
            .toList();
    client.watch("luna");
    client.watch("milo");
    String milo = saleroom.open(auctionOf("milo"));
    lookout.run();
    client.taken();
    close(luna.get(3));
    client.taken();
    lookout.run();

    assertThat(client.taken()).containsExactly("watching milo [" + milo + "]");
  }

  @Test
  void whoHasGoneWatchesNothingMore() {
    client.pets().close();
    client.watch("luna");

    assertThat(lookout.pets()).isZero();
  }

  @Test
  void everyCommitRingsTheBell() {
    String luna = saleroom.open(auctionOf("luna"));
    client.watch("luna");
    int before = client.rings();
    saleroom.bid(luna, "bob", "10");

    assertThat(client.rings()).isEqualTo(before + 1);
  }

  @Test
  void aLongHistoryComesInBatches() {
    client.watch("luna");
    String luna = saleroom.open(auctionOf("luna"));
    for (int i = 0; i < 300; i++) {
      saleroom.bid(luna, i % 2 == 0 ? "bob" : "cid", Integer.toString(10 + i));
    }
    lookout.run();

    List<String> first = client.batch();
    assertThat(first).hasSizeLessThan(100);
    assertThat(client.pets().hasMore()).isTrue();
    List<String> rest = client.taken();
    assertThat(first.size() + rest.size()).isEqualTo(302);
    assertThat(rest).last().isEqualTo("bid 598 " + luna);
  }

  private void close(String auctionId) {
    saleroom
        .auctioneer()
        .close(auctionId, new Actor("admin", true), key -> Optional.empty())
        .join();
  }

  private static List<String> sorted(String one, String other) {
    return List.of(one, other).stream().sorted().toList();
  }

  private static AnAuction auctionOf(String petId) {
    return AnAuction.of().ofPet(petId).risingBy("1").endingAt(Instant.now().plusSeconds(3_600));
  }
}
