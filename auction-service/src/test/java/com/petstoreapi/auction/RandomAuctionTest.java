package com.petstoreapi.auction;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.auction.AuctionEvent.AuctionEnded;
import com.petstoreapi.auction.AuctionEvent.BidPlaced;
import com.petstoreapi.auction.AuctionEvent.Extended;
import com.petstoreapi.auction.AuctionEvent.Outbid;
import com.petstoreapi.auction.AuctionEvent.ReserveMet;
import com.petstoreapi.auction.support.AnAuction;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.value.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever people do, and whenever: what always holds. {@code -Dpetstore.seed=n} tries a seed. */
class RandomAuctionTest {
  private static final List<String> PEOPLE = List.of("ann", "bob", "cid", AnAuction.SELLER);
  private static final int STEPS = 500;

  private final List<AuctionEvent> told = new ArrayList<>();

  static LongStream seeds() {
    Long own = Long.getLong("petstore.seed");
    return own == null ? LongStream.rangeClosed(1, 200) : LongStream.of(own);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void itsHistoryIsSound(long seed) {
    Random random = new Random(seed);
    Auction auction = anyAuction(random).admitted();
    Instant now = AnAuction.OPENING;
    for (int i = 0; i < STEPS; i++) {
      now = now.plusMillis(random.nextInt(20_000));
      Auction next = step(auction, random, now);
      assertThat(next.lot()).isEqualTo(auction.lot());
      assertThat(next.terms()).isEqualTo(auction.terms());
      assertThat(auction.isOver() && !next.equals(auction)).as("changed after its end").isFalse();
      auction = next;
    }
    auction = AuctionRules.byTheClock(auction, AnAuction.END.plusSeconds(86_400)).auction();
    assertHistory(auction);
  }

  private Auction step(Auction auction, Random random, Instant now) {
    try {
      Ruling ruling =
          switch (random.nextInt(40)) {
            case 0 -> AuctionRules.cancel(auction, anybody(random), now);
            case 1 -> AuctionRules.close(auction, anybody(random), now);
            case 2, 3 -> AuctionRules.byTheClock(auction, now);
            default -> AuctionRules.placeBid(auction, anyBid(auction, random), now);
          };
      told.addAll(ruling.events());
      return ruling.auction();
    } catch (Refusal e) {
      return auction;
    }
  }

  private void assertHistory(Auction auction) {
    Optional<Bid> leading = Optional.empty();
    Instant end = AnAuction.END;
    for (AuctionEvent event : told) {
      if (event instanceof BidPlaced placed) {
        Money above = leading.map(Bid::amount).orElse(new Money(0, "USD"));
        assertThat(placed.bid().amount()).isGreaterThan(above);
        assertThat(placed.minimumBid()).isGreaterThan(placed.bid().amount());
        assertThat(placed.bid().bidder()).isNotEqualTo(AnAuction.SELLER);
        assertThat(placed.endsAt()).isAfterOrEqualTo(end);
        leading.ifPresent(loser -> assertThat(loser.bidder()).isNotEqualTo(placed.bid().bidder()));
        leading = Optional.of(placed.bid());
      } else if (event instanceof Extended extended) {
        assertThat(extended.endsAt()).isAfter(end);
        end = extended.endsAt();
      } else if (event instanceof Outbid outbid) {
        assertThat(outbid.newAmount()).isEqualTo(leading.orElseThrow().amount());
      }
    }
    assertThat(auction.leading()).isEqualTo(leading);
    assertThat(auction.bids()).isEqualTo((int) count(BidPlaced.class));
    assertThat(count(Outbid.class)).isEqualTo(Math.max(0, count(BidPlaced.class) - 1));
    assertThat(count(ReserveMet.class)).isEqualTo(auction.reserveMet().orElse(false) ? 1 : 0);
    assertEnd(auction);
  }

  private void assertEnd(Auction auction) {
    assertThat(auction.isOver()).isTrue();
    assertThat(count(AuctionEnded.class)).isLessThanOrEqualTo(1);
    boolean sold = auction.status() == AuctionStatus.SOLD;
    assertThat(auction.winning().isPresent()).isEqualTo(sold);
    if (sold) {
      assertThat(auction.reserveMet().orElse(true)).isTrue();
    }
  }

  private long count(Class<? extends AuctionEvent> type) {
    return told.stream().filter(type::isInstance).count();
  }

  private static AnAuction anyAuction(Random random) {
    AnAuction auction = AnAuction.of();
    if (random.nextBoolean()) {
      auction.withReserve(Integer.toString(1 + random.nextInt(2_000)));
    }
    if (random.nextBoolean()) {
      auction.withSoftClose(1 + random.nextInt(600), 1 + random.nextInt(600));
    }
    if (random.nextBoolean()) {
      auction.risingBy("1");
    }
    if (random.nextInt(4) == 0) {
      auction.openingAt(AnAuction.OPENING.plusSeconds(random.nextInt(3_000)));
    }
    return auction;
  }

  private static Bid anyBid(Auction auction, Random random) {
    long around = auction.minimumBid().minor() + random.nextInt(2_000) - 500;
    String bidder = PEOPLE.get(random.nextInt(PEOPLE.size()));
    return new Bid("b", bidder, new Money(Math.max(1, around), "USD"));
  }

  private static Actor anybody(Random random) {
    return new Actor(PEOPLE.get(random.nextInt(PEOPLE.size())), random.nextInt(20) == 0);
  }
}
