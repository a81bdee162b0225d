package com.petstoreapi.auction.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.petstoreapi.auction.BidOrder;
import com.petstoreapi.edge.json.JsonText;
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessagesTest {
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'type':'bid'}                              | INVALID_MESSAGE",
        "{'type':'bid','amount':1}                   | INVALID_MESSAGE",
        "{'type':'bid','amount':1,'key':7}           | INVALID_MESSAGE",
        "{'type':'bid','amount':1,'key':''}          | INVALID_MESSAGE",
        "{'type':'bid','amount':1,'key':'a b'}       | INVALID_MESSAGE",
        "{'type':'bid','amount':'1','key':'k'}       | INVALID_MESSAGE",
        "{'type':'bid','amount':0.001,'key':'k'}     | INVALID_MESSAGE",
        "{'type':'bid','max':'900','key':'k'}        | INVALID_MESSAGE",
        "{'type':'bid','amount':1,'max':9,'key':'k'} | INVALID_MESSAGE",
        "{'type':'watch'}                            | INVALID_MESSAGE",
        "{'type':'watch','petId':'a b'}              | INVALID_MESSAGE",
        "{'type':'unwatch','petId':7}                | INVALID_MESSAGE",
        "{'type':'buy-now'}                          | INVALID_MESSAGE",
        "{'type':'Bid','amount':1,'key':'k'}         | UNKNOWN_TYPE"
      })
  void refusesWhatItDoesNotUnderstand(String message, ErrorCode code) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> read(message))
        .extracting(Refusal::code)
        .isEqualTo(code);
  }

  private static ClientMessage read(String message) {
    JsonObject object = JsonText.parse(message.replace('\'', '"')).asJsonObject();
    return ClientMessage.of(object.getString("type"), object);
  }
}
