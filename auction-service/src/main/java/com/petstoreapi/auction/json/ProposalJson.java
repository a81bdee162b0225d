package com.petstoreapi.auction.json;

import com.petstoreapi.auction.Lot;
import com.petstoreapi.auction.Proposal;
import com.petstoreapi.auction.Proposal.Bidders;
import com.petstoreapi.edge.json.JsonFields;
import com.petstoreapi.realtime.failure.Refusal;

/** What a seller sends to have an auction. */
public final class ProposalJson {
  private ProposalJson() {}

  /**
   * @throws Refusal {@code invalid-message}
   */
  public static Proposal read(JsonFields fields, String sellerId) {
    return new Proposal(
        new Lot(sellerId, fields.id("petId"), fields.text("title", Lot.MAX_TITLE)),
        TermsJson.read(fields),
        bidders(fields),
        fields.optionalTime("opensAt"),
        fields
            .optionalTime("endsAt")
            .orElseThrow(() -> Refusal.invalid("Field endsAt is missing.")));
  }

  private static Bidders bidders(JsonFields fields) {
    return switch (fields.optionalText("bidders", 20).orElse("visible")) {
      case "visible" -> Bidders.VISIBLE;
      case "anonymous" -> Bidders.ANONYMOUS;
      default -> throw Refusal.invalid("Field bidders must be visible or anonymous.");
    };
  }
}
