package com.petstoreapi.auction.json;

import static com.petstoreapi.edge.json.Builders.JSON;

import com.petstoreapi.auction.BuyNow;
import com.petstoreapi.auction.DutchTerms;
import com.petstoreapi.auction.EnglishTerms;
import com.petstoreapi.auction.Format;
import com.petstoreapi.auction.Increments;
import com.petstoreapi.auction.SealedBidTerms;
import com.petstoreapi.auction.SealedBidTerms.Pricing;
import com.petstoreapi.auction.SoftClose;
import com.petstoreapi.auction.Terms;
import com.petstoreapi.edge.json.JsonFields;
import com.petstoreapi.edge.json.Timestamps;
import com.petstoreapi.realtime.failure.Refusal;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** The conditions of a sale: as a seller sends them, as the store keeps them, as everybody sees. */
public final class TermsJson {
  private static final String ENGLISH = "english";
  private static final String DUTCH = "dutch";
  private static final String FIRST_PRICE = "sealed-first-price";
  private static final String SECOND_PRICE = "sealed-second-price";
  private static final int DAY_SECONDS = 86_400;

  /** The fields that only one kind of format has. */
  private static final Set<String> OF_ENGLISH =
      Set.of("increment", "increments", "softClose", "buyNowPrice", "buyNowUntil");

  private static final Set<String> OF_DUTCH = Set.of("floorPrice", "step", "everySeconds");

  private TermsJson() {}

  /**
   * @throws Refusal {@code invalid-message} for what is not valid, and for a field that another
   *     format has: nobody shall believe that it counts
   */
  public static Terms read(JsonFields fields) {
    String currency = fields.currency();
    return new Terms(
        fields.money("startingPrice", currency),
        fields.optionalMoney("reservePrice", currency),
        format(fields, currency));
  }

  /** All of them, the reserve too: for the store alone. */
  public static JsonObject write(Terms terms) {
    JsonObjectBuilder json = JSON.createObjectBuilder().add("currency", terms.currency());
    terms.reserve().ifPresent(reserve -> json.add("reservePrice", reserve.amount()));
    describe(terms, json);
    if (terms.format() instanceof EnglishTerms english) {
      english.buyNow().ifPresent(offer -> json.add("buyNowPrice", offer.price().amount()));
    }
    return json.build();
  }

  /** Adds what everybody may know and what does not change; the currency is not among it. */
  static void describe(Terms terms, JsonObjectBuilder json) {
    json.add("format", name(terms.format())).add("startingPrice", terms.startingPrice().amount());
    if (terms.format() instanceof EnglishTerms english) {
      IncrementsJson.write(english.increments(), json);
      english.softClose().ifPresent(softClose -> json.add("softClose", write(softClose)));
      english.buyNow().ifPresent(offer -> json.add("buyNowUntil", wire(offer.until())));
    } else if (terms.format() instanceof DutchTerms dutch) {
      json.add("floorPrice", dutch.floor().amount())
          .add("step", dutch.step().amount())
          .add("everySeconds", dutch.every().toSeconds());
    }
  }

  private static Format format(JsonFields fields, String currency) {
    String name = fields.optionalText("format", 20).orElse(ENGLISH);
    return switch (name) {
      case ENGLISH -> {
        refuse(OF_DUTCH, fields, name);
        yield english(fields, currency);
      }
      case DUTCH -> {
        refuse(OF_ENGLISH, fields, name);
        yield dutch(fields, currency);
      }
      case FIRST_PRICE -> sealed(Pricing.FIRST_PRICE, fields, name);
      case SECOND_PRICE -> sealed(Pricing.SECOND_PRICE, fields, name);
      default ->
          throw Refusal.invalid(
              "Field format must be english, dutch, sealed-first-price or sealed-second-price.");
    };
  }

  private static String name(Format format) {
    if (format instanceof SealedBidTerms sealed) {
      return sealed.pricing() == Pricing.FIRST_PRICE ? FIRST_PRICE : SECOND_PRICE;
    }
    return format instanceof DutchTerms ? DUTCH : ENGLISH;
  }

  private static EnglishTerms english(JsonFields fields, String currency) {
    return new EnglishTerms(
        IncrementsJson.read(fields, currency).orElse(Increments.TABLE),
        fields.optionalObject("softClose").map(TermsJson::softClose),
        buyNow(fields, currency));
  }

  private static DutchTerms dutch(JsonFields fields, String currency) {
    return new DutchTerms(
        fields.money("floorPrice", currency),
        fields.money("step", currency),
        Duration.ofSeconds(fields.integer("everySeconds", 1, DAY_SECONDS)));
  }

  private static SealedBidTerms sealed(Pricing pricing, JsonFields fields, String name) {
    refuse(OF_ENGLISH, fields, name);
    refuse(OF_DUTCH, fields, name);
    return new SealedBidTerms(pricing);
  }

  private static Optional<BuyNow> buyNow(JsonFields fields, String currency) {
    Optional<BuyNow.Until> until =
        fields.optionalText("buyNowUntil", 20).map(TermsJson::buyNowUntil);
    if (until.isPresent() && !fields.has("buyNowPrice")) {
      throw Refusal.invalid("Field buyNowUntil goes with a buyNowPrice.");
    }
    return fields
        .optionalMoney("buyNowPrice", currency)
        .map(price -> new BuyNow(price, until.orElse(BuyNow.Until.FIRST_BID)));
  }

  private static BuyNow.Until buyNowUntil(String text) {
    for (BuyNow.Until until : BuyNow.Until.values()) {
      if (wire(until).equals(text)) {
        return until;
      }
    }
    throw Refusal.invalid("Field buyNowUntil must be first-bid or reserve-met.");
  }

  private static String wire(BuyNow.Until until) {
    return until == BuyNow.Until.FIRST_BID ? "first-bid" : "reserve-met";
  }

  private static SoftClose softClose(JsonFields fields) {
    return new SoftClose(
        Duration.ofSeconds(fields.integer("windowSeconds", 1, DAY_SECONDS)),
        Duration.ofSeconds(fields.integer("extensionSeconds", 1, DAY_SECONDS)),
        fields.optionalTime("latestEnd"));
  }

  private static JsonObjectBuilder write(SoftClose softClose) {
    JsonObjectBuilder json =
        JSON.createObjectBuilder()
            .add("windowSeconds", softClose.window().toSeconds())
            .add("extensionSeconds", softClose.extension().toSeconds());
    softClose.latestEnd().ifPresent(latest -> json.add("latestEnd", Timestamps.format(latest)));
    return json;
  }

  private static void refuse(Set<String> names, JsonFields fields, String format) {
    names.stream()
        .sorted()
        .filter(fields::has)
        .findFirst()
        .ifPresent(
            name -> {
              throw Refusal.invalid("Field " + name + " does not go with format " + format + ".");
            });
  }
}
