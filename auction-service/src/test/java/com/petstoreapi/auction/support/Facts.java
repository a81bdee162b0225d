package com.petstoreapi.auction.support;

import com.petstoreapi.auction.Auction;
import com.petstoreapi.auction.AuctionEvent;
import com.petstoreapi.auction.AuctionEvent.BidOpened;
import com.petstoreapi.auction.AuctionEvent.BidPlaced;
import com.petstoreapi.auction.AuctionEvent.Outbid;
import com.petstoreapi.auction.Bid;
import com.petstoreapi.auction.Pseudonyms;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.journal.Audience;
import com.petstoreapi.realtime.value.Money;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that holds at the end of a scenario, in the words of the rule book. */
public final class Facts {
  private static final Pattern AMOUNT = Pattern.compile("\\d+\\.\\d\\d USD");

  private final Auction auction;
  private final List<AuctionEvent> history;
  private final List<AuctionEvent> told;

  private Facts(Bidding bidding) {
    this.auction = bidding.auction();
    this.history = bidding.history();
    this.told = bidding.told();
  }

  public static List<String> of(Play play) {
    Facts facts = new Facts(play.bidding());
    List<String> all = new ArrayList<>(facts.ofTheAuction());
    facts.ofWhatWasTold().forEach(all::add);
    facts.ofAmounts().forEach(all::add);
    facts.ofNames().forEach(all::add);
    play.refusal().map(Refusal::code).ifPresent(code -> all.add("refused " + code.wire()));
    return all;
  }

  private List<String> ofTheAuction() {
    String status = auction.status().name().toLowerCase(Locale.ROOT);
    LocalTime end = LocalTime.ofInstant(auction.endsAt(), ZoneOffset.UTC);
    return List.of(
        auction
            .sale()
            .map(sale -> "sold to " + sale.winning().bidder() + " for " + text(sale.price()))
            .orElse(status),
        "ends at " + end,
        "price " + text(auction.price()),
        "next bid " + text(auction.minimumBid()),
        auction.bids() + (auction.bids() == 1 ? " bid" : " bids"),
        auction.leading().map(bid -> text(bid, " leads at ")).orElse("nobody leads"),
        auction.buyNowPrice().map(price -> "buy now at " + text(price)).orElse("no buy now"),
        auction
            .reserveMet()
            .map(met -> met ? "reserve met" : "reserve not met")
            .orElse("nothing is said of a reserve"));
  }

  private Stream<String> ofWhatWasTold() {
    String outbid = list(only(Outbid.class, told), Outbid::loser);
    return Stream.of(
        "told " + list(told.stream(), Facts::name),
        "log " + list(placed(), bid -> text(bid, " ")),
        "opened " + list(only(BidOpened.class, history), opened -> text(opened.bid(), " ")),
        (outbid.equals("nothing") ? "nobody" : outbid) + " is outbid");
  }

  private Stream<String> ofAmounts() {
    Set<String> amounts = history.stream().flatMap(Facts::amounts).collect(Collectors.toSet());
    Stream<Money> reserve = auction.terms().reserve().stream();
    return Stream.concat(
        amounts.stream().map(amount -> audience(amount) + " told " + withoutZeros(amount)),
        reserve
            .filter(amount -> !amounts.contains(amount.toString()))
            .map(amount -> "nobody is told " + text(amount)));
  }

  private Stream<String> ofNames() {
    List<String> bidders = placed().map(Bid::bidder).distinct().toList();
    long names = bidders.stream().map(auction::nameOf).distinct().count();
    Stream<String> shown =
        bidders.stream().map(bidder -> bidder + " is shown " + shownAs(auction.nameOf(bidder)));
    Stream<String> elsewhere =
        bidders.stream()
            .filter(bidder -> !Pseudonyms.random().of(bidder).equals(auction.nameOf(bidder)))
            .map(bidder -> "another auction shows " + bidder + " by another");
    Stream<String> count = Stream.of(bidders.size() + " bidders have " + names + " names");
    return Stream.of(shown, elsewhere, count).flatMap(Function.identity());
  }

  private Stream<Bid> placed() {
    return only(BidPlaced.class, history).map(BidPlaced::bid);
  }

  private String audience(String amount) {
    Set<Audience> audiences =
        history.stream()
            .filter(event -> amounts(event).anyMatch(amount::equals))
            .map(AuctionEvent::audience)
            .collect(Collectors.toSet());
    return audiences.size() > 1 || audiences.contains(Audience.EVERYONE)
        ? "others are"
        : "only " + audiences.iterator().next().user() + " is";
  }

  /** {@code BidPlaced} becomes {@code bid placed}. */
  private static String name(AuctionEvent event) {
    String name = event.getClass().getSimpleName();
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }

  private static String shownAs(String name) {
    return name.matches("bidder-[0-9a-f]{12}") ? "by a pseudonym" : "as " + name;
  }

  private static Stream<String> amounts(AuctionEvent event) {
    return AMOUNT.matcher(event.toString()).results().map(MatchResult::group);
  }

  private static <T> Stream<T> only(Class<T> type, List<AuctionEvent> events) {
    return events.stream().filter(type::isInstance).map(type::cast);
  }

  private static <T> String list(Stream<T> things, Function<T, String> text) {
    String all = things.map(text).collect(Collectors.joining(", "));
    return all.isEmpty() ? "nothing" : all;
  }

  private static String text(Bid bid, String verb) {
    return bid.bidder() + verb + text(bid.amount());
  }

  private static String text(Money amount) {
    return withoutZeros(amount.toString());
  }

  private static String withoutZeros(String amount) {
    return amount.replaceFirst("(\\.00)? USD", "");
  }
}
