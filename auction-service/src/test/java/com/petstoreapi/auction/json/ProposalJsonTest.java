package com.petstoreapi.auction.json;

import static com.petstoreapi.auction.support.AnAuction.money;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.petstoreapi.auction.EnglishTerms;
import com.petstoreapi.auction.Increments;
import com.petstoreapi.auction.Lot;
import com.petstoreapi.auction.Proposal;
import com.petstoreapi.auction.Proposal.Bidders;
import com.petstoreapi.auction.SoftClose;
import com.petstoreapi.edge.json.JsonText;
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import java.time.Duration;
import java.time.Instant;
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
                + "\"reservePrice\":40,\"format\":\"english\",\"buyNowPrice\":null,"
                + "\"softClose\":{\"windowSeconds\":60,\"extensionSeconds\":30},\"unknown\":1}");

    assertThat(proposal.opensAt()).contains(Instant.parse("2026-03-01T11:00:00.500Z"));
    assertThat(proposal.terms().reserve()).contains(money("40"));
    assertThat(proposal.terms().format())
        .isEqualTo(
            new EnglishTerms(
                Increments.fixed(money("2.50")),
                Optional.of(new SoftClose(Duration.ofSeconds(60), Duration.ofSeconds(30))),
                Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"format\":\"dutch\"",
        "\"format\":1",
        "\"buyNowPrice\":100",
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
  void refusesWhatIsWrongOrNotOfferedYet(String field) {
    assertRefused("{" + LEAST + "," + field + "}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"petId", "title", "startingPrice", "endsAt"})
  void refusesWhatIsIncomplete(String field) {
    assertRefused("{" + LEAST.replace('"' + field + '"', "\"other\"") + "}");
  }

  private static void assertRefused(String json) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> read(json))
        .extracting(Refusal::code)
        .isEqualTo(ErrorCode.INVALID_MESSAGE);
  }

  private static Proposal read(String json) {
    return ProposalJson.read(JsonText.parseObject(json), "seller");
  }
}
