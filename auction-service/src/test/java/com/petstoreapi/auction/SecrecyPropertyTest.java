package com.petstoreapi.auction;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.auction.support.Act;
import com.petstoreapi.auction.support.AnAuction;
import com.petstoreapi.auction.support.AnyAuction;
import com.petstoreapi.auction.support.AnyStory;
import com.petstoreapi.auction.support.Invariant;
import com.petstoreapi.auction.support.Story;
import com.petstoreapi.realtime.value.Money;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

/** What nobody shall learn changes nothing that he hears or sees. */
class SecrecyPropertyTest {
  private static final int OUT_OF_REACH = 1_000_000_000;
  private static final int LATEST_OPENING = 1_800;

  @Provide
  Arbitrary<AnAuction> auctions() {
    return AnyAuction.english();
  }

  @Provide
  Arbitrary<List<Act>> rivals() {
    return AnyStory.rivals();
  }

  @Invariant
  void aRivalDoesNotLearnAMaximumThatStands(
      @ForAll("auctions") AnAuction auction,
      @ForAll("rivals") List<Act> rivals,
      @ForAll @IntRange(min = OUT_OF_REACH, max = 2 * OUT_OF_REACH) int one,
      @ForAll @IntRange(min = OUT_OF_REACH, max = 2 * OUT_OF_REACH) int other) {
    assertThat(heardByBob(auction, one, rivals)).isEqualTo(heardByBob(auction, other, rivals));
  }

  @Invariant
  void nobodyLearnsAReserveThatIsNotMet(
      @ForAll("rivals") List<Act> rivals,
      @ForAll @IntRange(min = OUT_OF_REACH, max = 2 * OUT_OF_REACH) int one,
      @ForAll @IntRange(min = OUT_OF_REACH, max = 2 * OUT_OF_REACH) int other) {
    assertThat(heard(one, rivals)).isEqualTo(heard(other, rivals));
  }

  @Invariant
  void twoBiddersHaveTwoNamesInOneAuctionAndOneHasTwoInTwo(
      @ForAll @StringLength(min = 1, max = 64) String one,
      @ForAll @StringLength(min = 1, max = 64) String other) {
    Auction auction = AnAuction.of().anonymous().admitted();
    assertThat(auction.nameOf(one)).matches("bidder-[0-9a-f]{12}").isEqualTo(auction.nameOf(one));
    assertThat(auction.nameOf(one).equals(auction.nameOf(other))).isEqualTo(one.equals(other));
    assertThat(Pseudonyms.random().of(one)).isNotEqualTo(auction.nameOf(one));
  }

  /** In an auction that Ann leads up to there, whoever bids. */
  private static List<AuctionEvent> heardByBob(AnAuction auction, int maximum, List<Act> rivals) {
    List<Act> acts = new ArrayList<>();
    acts.add(new Act.Passes(LATEST_OPENING));
    acts.add(new Act.Bids("ann", true, Act.Near.MINIMUM, maximum));
    acts.addAll(rivals);
    return new Story(auction, acts)
        .history().stream().filter(event -> event.audience().admits("bob")).toList();
  }

  private static List<AuctionEvent> heard(int reserve, List<Act> rivals) {
    String amount = new Money(reserve, "USD").amount().toPlainString();
    return new Story(AnAuction.of().withReserve(amount), rivals).history();
  }
}
