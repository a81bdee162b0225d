package com.petstoreapi.auction.support;

import com.petstoreapi.auction.Actor;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Stories of people who do whatever comes into their heads, at any moment. */
public final class AnyStory {
  private static final int MOST_ACTS = 80;

  private AnyStory() {}

  /** People bid and bid, and now and then do something else. */
  public static Arbitrary<Story> in(Arbitrary<AnAuction> auctions) {
    return in(auctions, 200);
  }

  /** Nobody is in a hurry: time goes by more often than somebody bids. */
  public static Arbitrary<Story> unhurriedIn(Arbitrary<AnAuction> auctions) {
    return in(auctions, 5);
  }

  private static Arbitrary<Story> in(Arbitrary<AnAuction> auctions, int weightOfBids) {
    Arbitrary<List<Act>> acts =
        Arbitraries.frequencyOf(
                Tuple.of(weightOfBids, bids(people(), Act.Near.values())),
                Tuple.of(50, time()),
                Tuple.of(20, Arbitraries.just(new Act.Looks())),
                Tuple.of(weightOfBids / 10 + 1, people().map(Act.Buys::new)),
                Tuple.of(3, officials().map(Act.Cancels::new)),
                Tuple.of(1, officials().map(Act.Closes::new)))
            .list()
            .ofMaxSize(MOST_ACTS);
    return Combinators.combine(auctions, acts).as(Story::new);
  }

  /** What two do who know nothing but the price. */
  public static Arbitrary<List<Act>> rivals() {
    return Arbitraries.frequencyOf(
            Tuple.of(3, bids(Arbitraries.of("bob", "cid"), Act.Near.MINIMUM)), Tuple.of(1, time()))
        .list()
        .ofMaxSize(MOST_ACTS);
  }

  private static Arbitrary<Act> bids(Arbitrary<String> bidders, Act.Near... near) {
    Arbitrary<Integer> cents =
        Arbitraries.oneOf(
            Arbitraries.integers().between(-2, 2), Arbitraries.integers().between(-1_00, 20_00));
    return Combinators.combine(bidders, Arbitraries.of(true, false), Arbitraries.of(near), cents)
        .as(Act.Bids::new);
  }

  /** Whole seconds, like all that is timed in an auction, so that people meet the very moment. */
  private static Arbitrary<Act> time() {
    Arbitrary<Integer> left =
        Arbitraries.oneOf(
            Arbitraries.of(0, 1, AnyAuction.USUAL_WINDOW, 300),
            Arbitraries.integers().between(0, 300));
    return Arbitraries.frequencyOf(
        Tuple.of(3, Arbitraries.integers().between(0, 60).map(Act.Passes::new)),
        Tuple.of(1, left.map(Act.Nears::new)));
  }

  private static Arbitrary<Actor> officials() {
    return Arbitraries.of(
        new Actor("admin", true), new Actor(AnAuction.SELLER, false), new Actor("ann", false));
  }

  private static Arbitrary<String> people() {
    return Arbitraries.frequency(
        Tuple.of(10, "ann"),
        Tuple.of(10, "bob"),
        Tuple.of(10, "cid"),
        Tuple.of(1, AnAuction.SELLER));
  }
}
