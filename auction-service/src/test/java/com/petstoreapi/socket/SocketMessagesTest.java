package com.petstoreapi.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.petstoreapi.edge.json.JsonText;
import com.petstoreapi.realtime.delivery.Start;
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.journal.Audience;
import com.petstoreapi.realtime.journal.Event;
import com.petstoreapi.realtime.journal.Position;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SocketMessagesTest {
  private static final Position POSITION = new Position(17, "k3f9");
  private static final Refusal TOO_LOW =
      new Refusal(ErrorCode.TOO_LOW, "more", Map.of("minimumBid", new BigDecimal("10.50")));

  @Test
  void readsANewerTokenAndNeverShowsIt() {
    Courtesy auth = read("{'type':'auth','token':'a.b.c'}");
    assertThat(auth).isEqualTo(new Courtesy.Auth("a.b.c"));
    assertThat(auth.toString()).doesNotContain("a.b.c");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "123.5", "-7", "1e3", "'now'"})
  void readsAPingAndGivesItsTimeBack(String at) {
    Courtesy.Ping ping = (Courtesy.Ping) read("{'type':'ping','at':" + at + "}");
    assertThat(JsonText.parse(SocketMessages.pong(ping.at())).asJsonObject().get("at"))
        .isEqualTo(ping.at());
  }

  @Test
  void knowsTheKeyOfAMessageThatIsWrongOtherwise() {
    assertThat(Envelope.keyIn(object("{'type':'nonsense','key':'c-17'}"))).contains("c-17");
    assertThat(Envelope.keyIn(object("{'key':17}"))).isEmpty();
    assertThat(Envelope.keyIn(object("{'key':'with blank'}"))).isEmpty();
  }

  @Test
  void anEventIsItsDataWithTypeAndPosition() {
    assertThat(encoded("{\"auctionId\":\"a-1\",\"amount\":600.00}"))
        .isEqualTo(
            "{\"type\":\"bid\",\"auctionId\":\"a-1\",\"amount\":600.00,"
                + "\"position\":\"17-k3f9\"}");
    assertThat(encoded("{}")).isEqualTo("{\"type\":\"bid\",\"position\":\"17-k3f9\"}");
  }

  @Test
  void anAcceptedBidGetsItsReceiptUnderItsKey() {
    assertThat(SocketMessages.accepted("c\"17", "{\"bidId\":\"b\",\"leading\":true}"))
        .isEqualTo("{\"type\":\"accepted\",\"key\":\"c\\\"17\",\"bidId\":\"b\",\"leading\":true}");
  }

  @Test
  void aRejectedBidIsToldWhy() {
    assertThat(SocketMessages.rejected("c-17", TOO_LOW))
        .isEqualTo(
            "{\"type\":\"rejected\",\"key\":\"c-17\",\"code\":\"too-low\",\"detail\":\"more\","
                + "\"minimumBid\":10.50}");
  }

  @Test
  void anErrorBearsTheKeyIfThereIsOne() {
    assertThat(SocketMessages.error(Optional.of("k"), Refusal.invalid("no")))
        .isEqualTo(
            "{\"type\":\"error\",\"key\":\"k\",\"code\":\"invalid-message\",\"detail\":\"no\"}");
    assertThat(SocketMessages.error(Optional.empty(), Refusal.invalid("no"))).doesNotContain("key");
  }

  @Test
  void aQueryTellsWhereToBeginAndHow() {
    assertThat(SocketQuery.of(Map.of())).isEqualTo(new SocketQuery(new Start.Live(), false, false));
    assertThat(
            SocketQuery.of(
                Map.of(
                    "after", List.of("17-k3f9"), "mode", List.of("latest"), "batch", List.of("1"))))
        .isEqualTo(new SocketQuery(new Start.After(POSITION), true, true));
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> SocketQuery.of(Map.of("mode", List.of("some"))));
  }

  @Test
  void whatIsSaidInSomePlacesOnlyIsLeftToThem() {
    assertThat(Courtesy.of("bid", object("{'type':'bid'}"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'type':5}",
        "{'type':null}",
        "{'type':'ping'}",
        "{'type':'ping','at':{}}",
        "{'type':'auth','token':'a b'}"
      })
  void refusesWhatItDoesNotUnderstand(String message) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> read(message))
        .extracting(Refusal::code)
        .isEqualTo(ErrorCode.INVALID_MESSAGE);
  }

  private static String encoded(String data) {
    Event event = new Event(17, Instant.EPOCH, "bid", Audience.EVERYONE, "", data);
    return EventEncoding.INSTANCE.encode(event, POSITION);
  }

  private static Courtesy read(String message) {
    JsonObject object = object(message);
    return Courtesy.of(Envelope.type(object), object).orElseThrow();
  }

  private static JsonObject object(String message) {
    return JsonText.parse(message.replace('\'', '"')).asJsonObject();
  }
}
