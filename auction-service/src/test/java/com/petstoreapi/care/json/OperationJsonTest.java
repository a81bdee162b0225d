package com.petstoreapi.care.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.petstoreapi.care.Change;
import com.petstoreapi.care.Operation;
import com.petstoreapi.care.Place;
import com.petstoreapi.care.support.RandomOperations;
import com.petstoreapi.edge.json.JsonText;
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperationJsonTest {
  @Test
  void whatIsWrittenIsReadAgain() {
    RandomOperations operations = new RandomOperations(new Random(1));
    for (int i = 0; i < 500; i++) {
      Operation operation = operations.next();
      assertThat(OperationJson.read(OperationJson.write(operation))).isEqualTo(operation);
    }
  }

  @Test
  void leftOutIsLastAndNullIsFirst() {
    assertThat(read("{'op':'add','id':'a','text':'Walk'}"))
        .isEqualTo(new Operation.Add("a", "Walk", new Place.Last()));
    assertThat(read("{'op':'add','id':'a','text':'Walk','after':null}"))
        .isEqualTo(new Operation.Add("a", "Walk", new Place.First()));
    assertThat(read("{'op':'move','id':'a','after':'b'}"))
        .isEqualTo(new Operation.Move("a", new Place.After("b")));
  }

  @Test
  void leftOutIsLeftAndNullClears() {
    assertThat(read("{'op':'edit','id':'a','fields':{'due':null,'colour':'red'}}"))
        .isEqualTo(new Operation.Edit("a", Optional.empty(), Change.cleared(), Change.none()));
    assertThat(read("{'op':'edit','id':'a','fields':{'due':'2026-03-01T08:00:00Z','text':'Feed'}}"))
        .isEqualTo(
            new Operation.Edit(
                "a",
                Optional.of("Feed"),
                Change.to(Instant.parse("2026-03-01T08:00:00Z")),
                Change.none()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'op':'dance','id':'a'}",
        "{'op':17,'id':'a'}",
        "{'op':'remove'}",
        "{'op':'remove','id':'a b'}",
        "{'op':'add','id':'a'}",
        "{'op':'add','id':'a','text':''}",
        "{'op':'add','id':'a','text':'Walk','after':17}",
        "{'op':'add','id':'a','text':'Walk','after':'a b'}",
        "{'op':'check','id':'a'}",
        "{'op':'check','id':'a','done':'yes'}",
        "{'op':'edit','id':'a'}",
        "{'op':'edit','id':'a','fields':{'due':'tomorrow'}}",
        "{'op':'edit','id':'a','fields':{'assignee':'a b'}}",
        "{'op':'edit','id':'a','fields':{'text':17}}"
      })
  void whatIsNoOperationIsRefused(String json) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_MESSAGE));
  }

  @Test
  void aTextHasFiveHundredCharacters() {
    String most = "x".repeat(500);
    assertThat(read("{'op':'add','id':'a','text':'" + most + "'}")).isNotNull();
    assertThatThrownBy(() -> read("{'op':'add','id':'a','text':'" + most + "x'}"))
        .isInstanceOf(Refusal.class);
  }

  private static Operation read(String json) {
    JsonObject object = JsonText.parse(json.replace('\'', '"')).asJsonObject();
    return OperationJson.read(object);
  }
}
