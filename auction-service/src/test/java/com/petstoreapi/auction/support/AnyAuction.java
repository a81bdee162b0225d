package com.petstoreapi.auction.support;

import com.petstoreapi.auction.BuyNow.Until;
import com.petstoreapi.auction.Increments;
import com.petstoreapi.auction.Increments.Row;
import com.petstoreapi.auction.SealedBidTerms.Pricing;
import com.petstoreapi.auction.SoftClose;
import com.petstoreapi.realtime.value.Money;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Auctions with any conditions. Amounts are cents, and times seconds. */
public final class AnyAuction {
  static final int USUAL_WINDOW = 30;

  private static final int MOST_BOUNDS = 4;

  private AnyAuction() {}

  /** What has nothing to do with the format. */
  private record Frame(Optional<Integer> opensAfter, boolean isAnonymous) {
    AnAuction auction() {
      AnAuction auction = AnAuction.of();
      opensAfter.map(AnAuction.OPENING::plusSeconds).ifPresent(auction::openingAt);
      return isAnonymous ? auction.anonymous() : auction;
    }
  }

  public static Arbitrary<AnAuction> ofAnyFormat() {
    return Arbitraries.oneOf(english(), english(), dutch(), sealed());
  }

  public static Arbitrary<AnAuction> english() {
    return Combinators.combine(
            frames(),
            upTo(50_00),
            increments(),
            softClose().optional(0.6),
            upTo(200_00).optional(0.6),
            upTo(300_00).optional(0.4),
            Arbitraries.of(Until.class))
        .as(AnyAuction::english);
  }

  /** The floor is reached before the end, whenever it opens. */
  public static Arbitrary<AnAuction> dutch() {
    return Combinators.combine(frames(), upTo(50_00), upTo(20_00), upTo(20), upTo(85))
        .as(
            (frame, floor, step, drops, every) ->
                frame
                    .auction()
                    .startingAt(amount(floor + drops * step - step / 3))
                    .falling(amount(step), every, amount(floor)));
  }

  public static Arbitrary<AnAuction> sealed() {
    return Combinators.combine(
            frames(), upTo(50_00), upTo(80_00).optional(), Arbitraries.of(Pricing.class))
        .as(
            (frame, start, reserve, pricing) ->
                reserved(frame.auction().startingAt(amount(start)).sealed(pricing), reserve));
  }

  private static AnAuction english(
      Frame frame,
      int start,
      Increments increments,
      Optional<SoftClose> softClose,
      Optional<Integer> reserve,
      Optional<Integer> buyNow,
      Until until) {
    AnAuction auction =
        reserved(frame.auction().startingAt(amount(start)).risingBy(increments), reserve);
    softClose.ifPresent(auction::withSoftClose);
    int least = Math.max(start, reserve.orElse(0));
    buyNow.ifPresent(
        more ->
            auction.withBuyNow(
                amount(least + more), reserve.isPresent() ? until : Until.FIRST_BID));
    return auction;
  }

  private static Arbitrary<Frame> frames() {
    return Combinators.combine(upTo(1_800).optional(0.3), Arbitraries.of(true, false))
        .as(Frame::new);
  }

  private static AnAuction reserved(AnAuction auction, Optional<Integer> reserve) {
    return reserve.map(price -> auction.withReserve(amount(price))).orElse(auction);
  }

  private static Arbitrary<SoftClose> softClose() {
    Arbitrary<Integer> windows = Arbitraries.oneOf(Arbitraries.just(USUAL_WINDOW), upTo(600));
    return Combinators.combine(windows, upTo(600), upTo(900).optional())
        .as(
            (window, extension, latest) ->
                new SoftClose(
                    Duration.ofSeconds(window),
                    Duration.ofSeconds(extension),
                    latest.map(AnAuction.END::plusSeconds)));
  }

  private static Arbitrary<Increments> increments() {
    Arbitrary<Set<Integer>> bounds = upTo(200_00).set().ofMinSize(0).ofMaxSize(MOST_BOUNDS);
    Arbitrary<List<Integer>> steps = upTo(20_00).list().ofSize(MOST_BOUNDS + 1);
    return Arbitraries.oneOf(
        Arbitraries.just(Increments.TABLE),
        Combinators.combine(bounds, steps).as(AnyAuction::increments));
  }

  private static Increments increments(Set<Integer> bounds, List<Integer> steps) {
    List<Integer> rising = bounds.stream().sorted().toList();
    List<Row> rows =
        IntStream.range(0, rising.size())
            .mapToObj(i -> new Row(rising.get(i), steps.get(i)))
            .toList();
    return new Increments(rows, steps.get(MOST_BOUNDS));
  }

  private static Arbitrary<Integer> upTo(int most) {
    return Arbitraries.integers().between(1, most);
  }

  private static String amount(int cents) {
    return new Money(cents, "USD").amount().toPlainString();
  }
}
