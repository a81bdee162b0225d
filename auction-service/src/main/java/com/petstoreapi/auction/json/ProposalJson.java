package com.petstoreapi.auction.json;

import com.petstoreapi.auction.EnglishTerms;
import com.petstoreapi.auction.Increments;
import com.petstoreapi.auction.Lot;
import com.petstoreapi.auction.Proposal;
import com.petstoreapi.auction.Proposal.Bidders;
import com.petstoreapi.auction.SoftClose;
import com.petstoreapi.auction.Terms;
import com.petstoreapi.edge.json.JsonFields;
import com.petstoreapi.realtime.failure.Refusal;
import java.time.Duration;
import java.util.Optional;

/** What a seller sends to have an auction. */
public final class ProposalJson {
  private static final String ENGLISH = "english";
  private static final int DAY_SECONDS = 86_400;

  private ProposalJson() {}

  /**
   * @throws Refusal {@code invalid-message} for what is not valid, and for what is not offered yet:
   *     nobody shall believe that his buy-now price counts
   */
  public static Proposal read(JsonFields fields, String sellerId) {
    if (!fields.optionalText("format", 20).orElse(ENGLISH).equals(ENGLISH)) {
      throw Refusal.invalid("Field format must be english: others are not offered yet.");
    }
    if (fields.has("buyNowPrice")) {
      throw Refusal.invalid("Field buyNowPrice is not offered yet.");
    }
    return new Proposal(
        new Lot(sellerId, fields.id("petId"), fields.text("title", Lot.MAX_TITLE)),
        terms(fields),
        Bidders.VISIBLE,
        fields.optionalTime("opensAt"),
        fields
            .optionalTime("endsAt")
            .orElseThrow(() -> Refusal.invalid("Field endsAt is missing.")));
  }

  private static Terms terms(JsonFields fields) {
    String currency = fields.currency();
    return new Terms(
        fields.money("startingPrice", currency),
        fields.optionalMoney("reservePrice", currency),
        new EnglishTerms(
            fields
                .optionalMoney("increment", currency)
                .map(Increments::fixed)
                .orElse(Increments.TABLE),
            fields.optionalObject("softClose").map(ProposalJson::softClose),
            Optional.empty()));
  }

  private static SoftClose softClose(JsonFields fields) {
    return new SoftClose(
        Duration.ofSeconds(fields.integer("windowSeconds", 1, DAY_SECONDS)),
        Duration.ofSeconds(fields.integer("extensionSeconds", 1, DAY_SECONDS)));
  }
}
