package com.petstoreapi.auction;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.auction.support.AnAuction;
import com.petstoreapi.auction.support.Bidding;
import com.petstoreapi.auction.support.NaiveEnglishAuction;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.value.Money;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The rules, which look at three values, agree with a textbook that looks at the whole history.
 * {@code -Dpetstore.seed=n} tries a seed.
 */
class EnglishReferenceTest {
  private static final List<String> PEOPLE = List.of("ann", "bob", "cid", "dan");
  private static final int OFFERS = 150;

  static LongStream seeds() {
    Long own = Long.getLong("petstore.seed");
    return own == null ? LongStream.rangeClosed(1, 300) : LongStream.of(own);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void bothAgreeOnEveryOffer(long seed) {
    Random random = new Random(seed);
    long reserve = random.nextBoolean() ? 10_00 + random.nextInt(90_000) : 0;
    AnAuction auction = AnAuction.of();
    Bidding bidding = (reserve > 0 ? auction.withReserve(inUnits(reserve)) : auction).underWay();
    NaiveEnglishAuction naive = new NaiveEnglishAuction(10_00, reserve);
    for (int i = 0; i < OFFERS; i++) {
      Offer offer = anyOffer(naive, random);
      assertThat(takes(bidding, offer)).as("offer %s: %s", i, offer).isEqualTo(naive.takes(offer));
      assertAgree(bidding.auction(), naive, offer);
    }
    assertThat(bidding.byTheEnd().auction().sale().isPresent()).isEqualTo(naive.isSold());
  }

  private static boolean takes(Bidding bidding, Offer offer) {
    try {
      bidding.offer(offer);
      return true;
    } catch (Refusal e) {
      return false;
    }
  }

  private static void assertAgree(Auction auction, NaiveEnglishAuction naive, Offer last) {
    assertThat(auction.leading().map(Bid::bidder)).as("after %s", last).isEqualTo(naive.leader());
    assertThat(auction.price().minor()).as("price after %s", last).isEqualTo(naive.price());
    assertThat(auction.minimumBid().minor()).isEqualTo(naive.minimum());
    assertThat(auction.standing().maximum().map(Money::minor).orElse(0L))
        .as("maximum after %s", last)
        .isEqualTo(naive.maximum());
  }

  /** Around what matters: the minimum, the leader's maximum, and both by a cent. */
  private static Offer anyOffer(NaiveEnglishAuction naive, Random random) {
    long around = random.nextBoolean() ? naive.minimum() : Math.max(naive.maximum(), 10_00);
    long amount =
        around + (random.nextInt(3) == 0 ? random.nextInt(10_000) : random.nextInt(5) - 2);
    Money most = new Money(Math.max(1, amount), "USD");
    String bidder = PEOPLE.get(random.nextInt(PEOPLE.size()));
    return random.nextBoolean() ? new Offer.Proxy(bidder, most) : new Offer.Plain(bidder, most);
  }

  private static String inUnits(long minor) {
    return new Money(minor, "USD").amount().toPlainString();
  }
}
