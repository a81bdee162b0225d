package com.petstoreapi.notification.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.petstoreapi.edge.json.JsonBody;
import com.petstoreapi.edge.json.JsonText;
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.journal.Audience;
import com.petstoreapi.realtime.journal.Draft;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DraftsTest {
  private static final String EVENT = "{\"type\":\"notification\",\"data\":{\"title\":\"Hi\"}}";

  @Test
  void readsOneEvent() {
    assertThat(drafts(EVENT))
        .containsExactly(
            new Draft("notification", Audience.EVERYONE, "", "{\"title\":\"Hi\"}", ""));
  }

  @Test
  void readsAllThatAnEventMayBear() {
    assertThat(
            drafts(
                "{\"id\":\"a-1\",\"type\":\"outbid\",\"audience\":\"ann\","
                    + "\"data\":{\"petId\":\"rex\",\"amount\":600.00}}"))
        .containsExactly(
            new Draft(
                "outbid",
                Audience.only("ann"),
                "rex",
                "{\"petId\":\"rex\",\"amount\":600.00}",
                "a-1"));
  }

  @Test
  void takesNoSubjectFromAPetIdThatIsNone() {
    assertThat(drafts("{\"type\":\"x\",\"data\":{\"petId\":7}}").get(0).subject()).isEmpty();
    assertThat(drafts("{\"type\":\"x\",\"data\":{\"petId\":\"a b\"}}").get(0).subject()).isEmpty();
  }

  @Test
  void readsAThousandInTheirOrder() {
    StringBuilder array = new StringBuilder();
    for (int i = 0; i < 1_000; i++) {
      array.append(i == 0 ? "[" : ",").append("{\"type\":\"t" + i + "\",\"data\":{}}");
    }
    assertThat(drafts(array + "]")).hasSize(1_000).extracting(Draft::type).startsWith("t0", "t1");
  }

  @Test
  void refusesAnArrayOfNoneOrOfMoreThanAThousand() {
    assertInvalid("[]");
    assertInvalid("[" + (EVENT + ",").repeat(1_000) + EVENT + "]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"hello", "heartbeat", "reset", "auth-expiring", "error", "open", "message"})
  void refusesWhatStreamsSayAboutThemselves(String type) {
    assertInvalid("{\"type\":\"" + type + "\",\"data\":{}}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Adoption", "1st", "a b", "a\\ndata: x", "a\\r", "a:b", "-a"})
  void refusesATypeThatCouldEndALine(String type) {
    assertInvalid("{\"type\":\"" + type + "\",\"data\":{}}");
  }

  @Test
  void refusesATypeOfMoreThan64Characters() {
    assertThat(drafts("{\"type\":\"" + "t".repeat(64) + "\",\"data\":{}}")).hasSize(1);
    assertInvalid("{\"type\":\"" + "t".repeat(65) + "\",\"data\":{}}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"x\"}",
        "{\"data\":{}}",
        "{\"type\":\"x\",\"data\":null}",
        "{\"type\":\"x\",\"data\":[]}",
        "{\"type\":\"x\",\"data\":\"{}\"}",
        "{\"type\":7,\"data\":{}}",
        "{\"type\":\"x\",\"data\":{},\"audience\":\"\"}",
        "{\"type\":\"x\",\"data\":{},\"audience\":[\"ann\"]}",
        "{\"type\":\"x\",\"data\":{},\"id\":\"a b\"}",
        "[7]",
        "[[]]",
        "[null]",
        "17",
        "null"
      })
  void refusesWhatIsNoEvent(String body) {
    assertInvalid(body);
  }

  @Test
  void refusesTheWholeArrayForOneBadEvent() {
    assertInvalid("[" + EVENT + ",{\"type\":\"reset\",\"data\":{}}]");
  }

  @Test
  void refusesDataOfMoreThan65536Characters() {
    int frame = "{\"a\":\"\"}".length();
    assertThat(drafts(withData("x".repeat(65_536 - frame)))).hasSize(1);
    assertInvalid(withData("x".repeat(65_537 - frame)));
  }

  @Test
  void writesDataOnOneLine() {
    String data = drafts("{\"type\":\"x\",\"data\":{\n\"a\" :\r\n \"b\\nc\"}}").get(0).data();
    assertThat(data).isEqualTo("{\"a\":\"b\\nc\"}");
  }

  @Test
  void readsAFieldOfEventsWithTheirIds() {
    assertThat(fieldOf("[{\"id\":\"a-1\",\"type\":\"x\",\"data\":{}}]"))
        .containsExactly(new Draft("x", Audience.EVERYONE, "", "{}", "a-1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "{}", "7", "[{\"type\":\"x\",\"data\":{}}]", "[7]"})
  void refusesAFieldThatHoldsNoEventsWithIds(String field) {
    assertInvalid(() -> fieldOf(field));
  }

  private static List<Draft> fieldOf(String events) {
    String body = "{\"events\":" + events + "}";
    return Drafts.withIds(new JsonBody(body, JsonText.parse(body)), "events");
  }

  private static String withData(String text) {
    return "{\"type\":\"x\",\"data\":{\"a\":\"" + text + "\"}}";
  }

  private static List<Draft> drafts(String body) {
    return Drafts.of(new JsonBody(body, JsonText.parse(body)));
  }

  private static void assertInvalid(String body) {
    assertInvalid(() -> drafts(body));
  }

  private static void assertInvalid(ThrowingCallable reading) {
    assertThatThrownBy(reading)
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_MESSAGE));
  }
}
