package com.petstoreapi.auction.support;

import com.petstoreapi.auction.BuyNow.Until;
import com.petstoreapi.auction.Increments;
import com.petstoreapi.auction.Increments.Row;
import com.petstoreapi.auction.SealedBidTerms.Pricing;
import com.petstoreapi.auction.support.RuleBook.Scenario;
import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;

/** What is given in a scenario of the rule book. */
final class Conditions {
  static final Phrases<AnAuction> KNOWN =
      new Phrases<AnAuction>()
          .when("steps of AMOUNT", (it, words) -> it.risingBy(words.group(1)))
          .when("steps of AMOUNT below AMOUNT and AMOUNT from there", Conditions::ownTable)
          .when("reserve AMOUNT", (it, words) -> it.withReserve(words.group(1)))
          .when(
              "soft close of (\\d+) s and (\\d+) s",
              (it, words) -> it.withSoftClose(number(words, 1), number(words, 2)))
          .when("never beyond TIME", (it, words) -> it.notBeyond(moment(words)))
          .when(
              "buy now at AMOUNT until the first bid",
              (it, words) -> it.withBuyNow(words.group(1), Until.FIRST_BID))
          .when(
              "buy now at AMOUNT until the reserve is met",
              (it, words) -> it.withBuyNow(words.group(1), Until.RESERVE_MET))
          .when("Dutch from AMOUNT by AMOUNT every (\\d+) min to AMOUNT", Conditions::dutch)
          .when("sealed, first price", (it, words) -> it.sealed(Pricing.FIRST_PRICE))
          .when("sealed, second price", (it, words) -> it.sealed(Pricing.SECOND_PRICE))
          .when("bidders are anonymous", (it, words) -> it.anonymous())
          .when("opens at TIME", (it, words) -> it.openingAt(moment(words)))
          .when("ends at TIME", (it, words) -> it.endingAt(moment(words)));

  private Conditions() {}

  static AnAuction of(Scenario scenario) {
    AnAuction auction = AnAuction.of();
    scenario.given().forEach(condition -> KNOWN.apply(condition, auction));
    return auction;
  }

  private static void ownTable(AnAuction auction, MatchResult words) {
    Row low = new Row(minor(words, 2), minor(words, 1));
    auction.risingBy(new Increments(List.of(low), minor(words, 3)));
  }

  private static void dutch(AnAuction auction, MatchResult words) {
    auction
        .startingAt(words.group(1))
        .falling(words.group(2), 60 * number(words, 3), words.group(4));
  }

  private static long minor(MatchResult words, int group) {
    return AnAuction.money(words.group(group)).minor();
  }

  private static int number(MatchResult words, int group) {
    return Integer.parseInt(words.group(group));
  }

  private static Instant moment(MatchResult words) {
    return Play.moment(words.group(1));
  }
}
