package com.petstoreapi.auction.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.auction.Actor;
import com.petstoreapi.auction.support.RuleBook.Scenario;
import com.petstoreapi.realtime.failure.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.MatchResult;

/** A scenario of the rule book, played by the rules. */
public final class Play {
  private static final LocalDate DAY = LocalDate.ofInstant(AnAuction.OPENING, ZoneOffset.UTC);

  private static final Phrases<Bidding> DEEDS =
      new Phrases<Bidding>()
          .when("NAME AMOUNT", (it, words) -> it.bid(words.group(1), words.group(2)))
          .when("NAME up to AMOUNT", (it, words) -> it.bidUpTo(words.group(1), words.group(2)))
          .when("NAME buys", (it, words) -> it.buyNow(words.group(1)))
          .when("NAME cancels", (it, words) -> it.cancelledBy(actor(words)))
          .when("NAME closes", (it, words) -> it.closedBy(actor(words)))
          .when("the clock is read", (it, words) -> it.byTheClock())
          .when("the end comes", (it, words) -> it.byTheEnd());

  private final Bidding bidding;
  private Optional<Refusal> refusal = Optional.empty();

  private Play(Bidding bidding) {
    this.bidding = bidding;
  }

  /** Plays it. Only the last deed may be refused. */
  public static Play of(Scenario scenario) {
    Play play = new Play(Conditions.of(scenario).underWay());
    scenario.deeds().forEach(play::happens);
    return play;
  }

  public Bidding bidding() {
    return bidding;
  }

  /** What the last deed was refused for. */
  public Optional<Refusal> refusal() {
    return refusal;
  }

  static Instant moment(String time) {
    return LocalTime.parse(time).atDate(DAY).toInstant(ZoneOffset.UTC);
  }

  private void happens(String deed) {
    assertThat(refusal).as("refused before: " + deed).isEmpty();
    String[] words = deed.split(" ", 3);
    boolean hasTime = words[0].equals("at");
    if (hasTime) {
      bidding.at(moment(words[1]));
    }
    try {
      DEEDS.apply(hasTime ? words[2] : deed, bidding);
    } catch (Refusal e) {
      refusal = Optional.of(e);
    }
  }

  private static Actor actor(MatchResult words) {
    return new Actor(words.group(1), words.group(1).equals("admin"));
  }
}
