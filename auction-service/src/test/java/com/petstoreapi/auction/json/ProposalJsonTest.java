package com.petstoreapi.auction.json;

import static com.petstoreapi.auction.support.AnAuction.money;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.petstoreapi.auction.BuyNow;
import com.petstoreapi.auction.DutchTerms;
import com.petstoreapi.auction.EnglishTerms;
import com.petstoreapi.auction.Format;
import com.petstoreapi.auction.Increments;
import com.petstoreapi.auction.Lot;
import com.petstoreapi.auction.Proposal;
import com.petstoreapi.auction.Proposal.Bidders;
import com.petstoreapi.auction.SealedBidTerms;
import com.petstoreapi.auction.SealedBidTerms.Pricing;
import com.petstoreapi.auction.SoftClose;
import com.petstoreapi.auction.Terms;
import com.petstoreapi.edge.json.JsonText;
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProposalJsonTest {
  private static final String LEAST =
      "\"petId\":\"p-1\",\"title\":\"Rex\",\"startingPrice\":10,"
          + "\"endsAt\":\"2026-03-01T12:00:00Z\"";

  @Test
  void readsWhatMustBeThere() {
    Proposal proposal = read("{" + LEAST + "}");

    assertThat(proposal.lot()).isEqualTo(new Lot("seller", "p-1", "Rex"));
    assertThat(proposal.endsAt()).isEqualTo(Instant.parse("2026-03-01T12:00:00Z"));
    assertThat(proposal.opensAt()).isEmpty();
    assertThat(proposal.terms().startingPrice()).isEqualTo(money("10"));
    assertThat(proposal.terms().reserve()).isEmpty();
    assertThat(proposal.terms().format()).isEqualTo(EnglishTerms.risingBy(Increments.TABLE));
    assertThat(proposal.bidders()).isEqualTo(Bidders.VISIBLE);
  }

  @Test
  void readsWhatMayBeThere() {
    Proposal proposal =
        read(
            "{"
                + LEAST
                + ",\"currency\":\"USD\",\"opensAt\":\"2026-03-01T11:00:00.5Z\",\"increment\":2.5,"
                + "\"reservePrice\":40,\"format\":\"english\",\"buyNowPrice\":99,\"bidders\":\"anonymous\","
                + "\"buyNowUntil\":\"reserve-met\",\"floorPrice\":null,\"unknown\":1,"
                + "\"softClose\":{\"windowSeconds\":60,\"extensionSeconds\":30,"
                + "\"latestEnd\":\"2026-03-01T13:00:00Z\"}}");

    assertThat(proposal.opensAt()).contains(Instant.parse("2026-03-01T11:00:00.500Z"));
    assertThat(proposal.terms().reserve()).contains(money("40"));
    assertThat(proposal.terms().format())
        .isEqualTo(
            new EnglishTerms(
                Increments.fixed(money("2.50")),
                Optional.of(
                    new SoftClose(
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(30),
                        Optional.of(Instant.parse("2026-03-01T13:00:00Z")))),
                Optional.of(new BuyNow(money("99"), BuyNow.Until.RESERVE_MET))));
    assertThat(proposal.bidders()).isEqualTo(Bidders.ANONYMOUS);
  }

  @Test
  void readsATableOfIncrements() {
    EnglishTerms english =
        (EnglishTerms) format("\"increments\":[{\"below\":20,\"step\":0.5},{\"step\":2}]");

    assertThat(english.increments())
        .isEqualTo(new Increments(List.of(new Increments.Row(20_00, 50)), 2_00));
  }

  @Test
  void readsTheOtherFormats() {
    assertThat(format("\"format\":\"dutch\",\"floorPrice\":4,\"step\":0.5,\"everySeconds\":30"))
        .isEqualTo(new DutchTerms(money("4"), money("0.50"), Duration.ofSeconds(30)));
    assertThat(format("\"format\":\"sealed-first-price\",\"reservePrice\":40"))
        .isEqualTo(new SealedBidTerms(Pricing.FIRST_PRICE));
    assertThat(format("\"format\":\"sealed-second-price\""))
        .isEqualTo(new SealedBidTerms(Pricing.SECOND_PRICE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"format\":\"dutch\"",
        "\"format\":\"dutch\",\"floorPrice\":4,\"step\":1,\"everySeconds\":0",
        "\"format\":\"dutch\",\"floorPrice\":4,\"step\":0,\"everySeconds\":5",
        "\"format\":\"dutch\",\"floorPrice\":10,\"step\":1,\"everySeconds\":5",
        "\"format\":\"dutch\",\"floorPrice\":4,\"step\":1,\"everySeconds\":5,\"increment\":1",
        "\"format\":\"dutch\",\"floorPrice\":4,\"step\":1,\"everySeconds\":5,\"reservePrice\":5",
        "\"format\":\"sealed-first-price\",\"buyNowPrice\":100",
        "\"format\":\"sealed-first-price\",\"step\":1",
        "\"format\":\"sealed\"",
        "\"format\":1",
        "\"floorPrice\":4",
        "\"buyNowPrice\":10",
        "\"buyNowUntil\":\"first-bid\"",
        "\"buyNowPrice\":100,\"buyNowUntil\":\"reserve-met\"",
        "\"buyNowPrice\":100,\"buyNowUntil\":\"never\"",
        "\"bidders\":\"unknown\"",
        "\"increments\":[]",
        "\"increments\":[{\"below\":20,\"step\":1}]",
        "\"increments\":[{\"step\":1},{\"step\":2}]",
        "\"increments\":[{\"below\":20,\"step\":1},{\"below\":20,\"step\":2},{\"step\":2}]",
        "\"increments\":[{\"below\":20},{\"step\":2}]",
        "\"increments\":[{\"step\":2}],\"increment\":1",
        "\"increments\":{\"step\":2}",
        "\"increment\":0",
        "\"increment\":\"1\"",
        "\"reservePrice\":-1",
        "\"softClose\":true",
        "\"softClose\":{}",
        "\"softClose\":{\"windowSeconds\":0,\"extensionSeconds\":1}",
        "\"softClose\":{\"windowSeconds\":1.5,\"extensionSeconds\":1}",
        "\"opensAt\":\"tomorrow\"",
        "\"currency\":\"gold\""
      })
  void refusesWhatIsWrong(String field) {
    assertRefused("{" + LEAST + "," + field + "}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"petId", "title", "startingPrice", "endsAt"})
  void refusesWhatIsIncomplete(String field) {
    assertRefused("{" + LEAST.replace('"' + field + '"', "\"other\"") + "}");
  }

  private static Format format(String fields) {
    return read("{" + LEAST + "," + fields + "}").terms().format();
  }

  private static void assertRefused(String json) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> read(json))
        .extracting(Refusal::code)
        .isEqualTo(ErrorCode.INVALID_MESSAGE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"increment\":2.5,\"reservePrice\":40,\"buyNowPrice\":99.99,\"buyNowUntil\":\"reserve-met\"",
        "\"softClose\":{\"windowSeconds\":60,\"extensionSeconds\":30,\"latestEnd\":\"2026-03-01T13:00:00Z\"}",
        "\"increments\":[{\"below\":20,\"step\":0.5},{\"below\":30,\"step\":1},{\"step\":2}]",
        "\"format\":\"dutch\",\"floorPrice\":4,\"step\":0.5,\"everySeconds\":30,\"currency\":\"EUR\"",
        "\"format\":\"sealed-second-price\",\"reservePrice\":40"
      })
  void whatIsWrittenIsReadBack(String fields) {
    Terms terms = read("{" + LEAST + "," + fields + "}").terms();

    String written = TermsJson.write(terms).toString();
    assertThat(TermsJson.read(JsonText.parseObject(written))).isEqualTo(terms);
  }

  private static Proposal read(String json) {
    return ProposalJson.read(JsonText.parseObject(json), "seller");
  }
}
