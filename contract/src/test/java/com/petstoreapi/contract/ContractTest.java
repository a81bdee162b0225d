package com.petstoreapi.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** A small document, with all that the real ones make use of. */
class ContractTest {
  private static final String DOCUMENT =
      """
      {"channels": {
        "room": {"address": "/rooms/{id}", "messages": {
          "bid": {"$ref": "#/components/messages/tell.bid"},
          "accepted": {"$ref": "#/components/messages/tell.accepted"},
          "say.bid": {"$ref": "#/components/messages/say.bid"}}},
        "events": {"address": "/v1/events", "messages": {
          "bid": {"$ref": "#/components/messages/stream.bid"},
          "any": {"$ref": "#/components/messages/stream.any"}}}},
       "operations": {
        "tell": {"action": "send", "channel": {"$ref": "#/channels/room"},
          "messages": [{"$ref": "#/channels/room/messages/bid"}]},
        "say": {"action": "receive", "channel": {"$ref": "#/channels/room"},
          "messages": [{"$ref": "#/channels/room/messages/say.bid"}],
          "reply": {"messages": [{"$ref": "#/channels/room/messages/accepted"}]}},
        "stream": {"action": "send", "channel": {"$ref": "#/channels/events"},
          "messages": [{"$ref": "#/channels/events/messages/bid"},
            {"$ref": "#/channels/events/messages/any"}]}},
       "components": {
        "messageTraits": {"bid": {"name": "bid"}},
        "messages": {
          "tell.bid": {"traits": [{"$ref": "#/components/messageTraits/bid"}],
            "payload": {"required": ["type"], "properties": {"type": {"const": "bid"}},
              "allOf": [{"$ref": "#/components/schemas/Bid"}]},
            "examples": [{"payload": {"type": "bid", "amount": 7}}]},
          "stream.bid": {"traits": [{"$ref": "#/components/messageTraits/bid"}],
            "payload": {"$ref": "#/components/schemas/Bid"}},
          "stream.any": {"name": "any", "x-any-event": true,
            "payload": {"type": "object", "additionalProperties": true}},
          "tell.accepted": {"name": "accepted",
            "payload": {"properties": {"bid": {"$ref": "#/components/schemas/Bid"}}},
            "examples": [{"payload": {"bid": {}}}]},
          "say.bid": {"name": "bid", "payload": {"$ref": "#/components/schemas/Bid"},
            "examples": [{"payload": {"amount": 8}}]}},
        "schemas": {"Bid": {"type": "object", "required": ["amount"],
          "properties": {"amount": {"type": "number", "minimum": 1}}}}}}
      """;

  private final Contract contract = Contract.of(DOCUMENT);
  private final Channel room = contract.channel("room");

  @Test
  void aChannelIsFoundByItsPathWhateverAProxyPutsBeforeIt() {
    assertThat(contract.channelAt("/rooms/a-1")).contains(room);
    assertThat(contract.channelAt("/shop/rooms/a-1")).contains(room);
    assertThat(contract.channelAt("/rooms/a-1/more")).isEmpty();
    assertThat(contract.channelAt("/rooms/")).isEmpty();
  }

  @Test
  void whatIsToldInAnswerIsToldToo() {
    assertThat(room.toldTypes()).containsExactlyInAnyOrder("bid", "accepted");
    assertThat(room.saidTypes()).containsExactly("bid");
  }

  @Test
  void whatFitsIsNoProblem() {
    assertThat(room.problemOfTold("bid", "{\"type\":\"bid\",\"amount\":600.00}")).isEmpty();
  }

  @Test
  void whatIsMissingWrongOrOutOfBoundsIsOne() {
    assertThat(room.problemOfTold("bid", "{\"type\":\"bid\"}")).isPresent();
    assertThat(room.problemOfTold("bid", "{\"type\":\"bid\",\"amount\":\"1\"}")).isPresent();
    assertThat(room.problemOfTold("bid", "{\"type\":\"bid\",\"amount\":0.5}")).isPresent();
  }

  @Test
  void aFieldThatIsNotNamedIsOneAtAnyDepth() {
    assertThat(room.problemOfTold("bid", "{\"type\":\"bid\",\"amount\":1,\"x\":1}")).isPresent();
    assertThat(room.problemOfTold("accepted", "{\"bid\":{\"amount\":1}}")).isEmpty();
    assertThat(room.problemOfTold("accepted", "{\"bid\":{\"amount\":1,\"x\":1}}")).isPresent();
  }

  @Test
  void aTypeThatIsNotNamedIsOneUnlessAnyMayCome() {
    assertThat(room.problemOfTold("ask", "{}")).isPresent();
    Channel events = contract.channel("events");
    assertThat(events.problemOfTold("ask", "{\"x\":1}")).isEmpty();
    assertThat(events.problemOfTold("bid", "{\"x\":1}")).isPresent();
  }

  @Test
  void aClientMaySayMoreThanIsNamedButNothingElse() {
    assertThat(room.problemOfSaid("bid", "{\"amount\":1,\"x\":1}")).isEmpty();
    assertThat(room.problemOfSaid("bid", "{\"x\":1}")).isPresent();
    assertThat(room.problemOfSaid("ask", "{}")).isPresent();
    assertThat(room.saidExamples("bid")).containsExactly("{\"amount\":8}");
  }

  @Test
  void examplesThatAreMissingOrDoNotFitAreFound() {
    assertThat(contract.badExamples())
        .hasSize(3)
        .anyMatch(bad -> bad.startsWith("tell.accepted: accepted: "))
        .contains("stream.bid has no example", "stream.any has no example");
  }

  @Test
  void aWitnessKnowsWhatItHasNotHeard() {
    Witness witness = new Witness(room);
    witness.told("{\"type\":\"bid\",\"amount\":1}");
    assertThat(witness.unheard()).containsExactly("accepted");
    assertThatThrownBy(() -> witness.told("{\"type\":\"bid\"}"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("amount");
  }
}
