package com.petstoreapi.auction.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.petstoreapi.auction.BidOrder;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {
  private static final Position POSITION = new Position(17, "k3f9");
  private static final Refusal TOO_LOW =
      new Refusal(ErrorCode.TOO_LOW, "more", Map.of("minimumBid", new BigDecimal("10.50")));

  @Test
  void readsABid() {
    assertThat(read("{'type':'bid','amount':600.5,'key':'c-17','other':[]}"))
        .isEqualTo(new ClientMessage.Bid(BidOrder.plain(600_50), "c-17"));
  }

  @Test
  void readsABidByProxyAndAPurchase() {
    assertThat(read("{'type':'bid','max':900,'key':'c-18'}"))
        .isEqualTo(new ClientMessage.Bid(BidOrder.upTo(900_00), "c-18"));
    assertThat(read("{'type':'buy-now','key':'c-19'}")).isEqualTo(new ClientMessage.BuyNow("c-19"));
  }

  @Test
  void readsWhichPetIsToBeWatched() {
    assertThat(read("{'type':'watch','petId':'rex'}")).isEqualTo(new ClientMessage.Watch("rex"));
    assertThat(read("{'type':'unwatch','petId':'rex'}"))
        .isEqualTo(new ClientMessage.Unwatch("rex"));
  }

  @Test
  void saysWhichAuctionsAreFollowed() {
    assertThat(ServerMessages.watching("rex", List.of("a-1", "a-2")))
        .isEqualTo("{\"type\":\"watching\",\"petId\":\"rex\",\"auctions\":[\"a-1\",\"a-2\"]}");
    assertThat(ServerMessages.unwatched("rex"))
        .isEqualTo("{\"type\":\"unwatched\",\"petId\":\"rex\"}");
  }

  @Test
  void readsANewerTokenAndNeverShowsIt() {
    ClientMessage auth = read("{'type':'auth','token':'a.b.c'}");
    assertThat(auth).isEqualTo(new ClientMessage.Auth("a.b.c"));
    assertThat(auth.toString()).doesNotContain("a.b.c");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "123.5", "-7", "1e3", "'now'"})
  void readsAPingAndGivesItsTimeBack(String at) {
    ClientMessage.Ping ping = (ClientMessage.Ping) read("{'type':'ping','at':" + at + "}");
    assertThat(JsonText.parse(ServerMessages.pong(ping.at())).asJsonObject().get("at"))
        .isEqualTo(ping.at());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}                                          | INVALID_MESSAGE",
        "{'type':5}                                  | INVALID_MESSAGE",
        "{'type':null}                               | INVALID_MESSAGE",
        "{'type':'bid'}                              | INVALID_MESSAGE",
        "{'type':'bid','amount':1}                   | INVALID_MESSAGE",
        "{'type':'bid','amount':1,'key':7}           | INVALID_MESSAGE",
        "{'type':'bid','amount':1,'key':''}          | INVALID_MESSAGE",
        "{'type':'bid','amount':1,'key':'a b'}       | INVALID_MESSAGE",
        "{'type':'bid','amount':'1','key':'k'}       | INVALID_MESSAGE",
        "{'type':'bid','amount':0.001,'key':'k'}     | INVALID_MESSAGE",
        "{'type':'bid','max':'900','key':'k'}        | INVALID_MESSAGE",
        "{'type':'bid','amount':1,'max':9,'key':'k'} | INVALID_MESSAGE",
        "{'type':'ping'}                             | INVALID_MESSAGE",
        "{'type':'ping','at':{}}                     | INVALID_MESSAGE",
        "{'type':'watch'}                            | INVALID_MESSAGE",
        "{'type':'watch','petId':'a b'}              | INVALID_MESSAGE",
        "{'type':'unwatch','petId':7}                | INVALID_MESSAGE",
        "{'type':'auth','token':'a b'}               | INVALID_MESSAGE",
        "{'type':'buy-now'}                          | INVALID_MESSAGE",
        "{'type':'Bid','amount':1,'key':'k'}         | UNKNOWN_TYPE"
      })
  void refusesWhatItDoesNotUnderstand(String message, ErrorCode code) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> read(message))
        .extracting(Refusal::code)
        .isEqualTo(code);
  }

  @Test
  void knowsTheKeyOfAMessageThatIsWrongOtherwise() {
    assertThat(ClientMessage.keyOf(object("{'type':'nonsense','key':'c-17'}"))).contains("c-17");
    assertThat(ClientMessage.keyOf(object("{'key':17}"))).isEmpty();
    assertThat(ClientMessage.keyOf(object("{'key':'with blank'}"))).isEmpty();
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
    assertThat(ServerMessages.accepted("c\"17", "{\"bidId\":\"b\",\"leading\":true}"))
        .isEqualTo("{\"type\":\"accepted\",\"key\":\"c\\\"17\",\"bidId\":\"b\",\"leading\":true}");
  }

  @Test
  void aRejectedBidIsToldWhy() {
    assertThat(ServerMessages.rejected("c-17", TOO_LOW))
        .isEqualTo(
            "{\"type\":\"rejected\",\"key\":\"c-17\",\"code\":\"too-low\",\"detail\":\"more\","
                + "\"minimumBid\":10.50}");
  }

  @Test
  void anErrorBearsTheKeyIfThereIsOne() {
    assertThat(ServerMessages.error(Optional.of("k"), Refusal.invalid("no")))
        .isEqualTo(
            "{\"type\":\"error\",\"key\":\"k\",\"code\":\"invalid-message\",\"detail\":\"no\"}");
    assertThat(ServerMessages.error(Optional.empty(), Refusal.invalid("no"))).doesNotContain("key");
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

  private static String encoded(String data) {
    Event event = new Event(17, Instant.EPOCH, "bid", Audience.EVERYONE, "", data);
    return EventEncoding.INSTANCE.encode(event, POSITION);
  }

  private static ClientMessage read(String message) {
    return ClientMessage.of(object(message));
  }

  private static JsonObject object(String message) {
    return JsonText.parse(message.replace('\'', '"')).asJsonObject();
  }
}
