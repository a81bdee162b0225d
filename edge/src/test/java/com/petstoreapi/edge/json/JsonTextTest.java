package com.petstoreapi.edge.json;

import static com.petstoreapi.edge.support.Refusals.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonValue;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {
  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "17", "\"text\"", "true", "null", " {\"a\": [1, 2]}\r\n\t"})
  void readsAnyValue(String text) {
    assertThat(JsonText.parse(text)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "{\"a\":1",
        "{\"a\"}",
        "{\"a\":}",
        "{'a':1}",
        "{a:1}",
        "{\"a\":1,}",
        "[1,]",
        "[1 2]",
        "tru",
        "\"open",
        "\u0000",
        "\uFEFF{}",
        "// comment\n{}"
      })
  void refusesWhatIsNoJson(String text) {
    assertInvalid(() -> JsonText.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{} x", "{}{}", "{}}", "{\"a\":1}]", "[][]", "1 2", "null null", "{},"})
  void refusesWhateverComesAfterTheValue(String text) {
    assertInvalid(() -> JsonText.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"NaN", "Infinity", "-Infinity", "01", "+1", ".5", "1.", "1e", "0x1F", "-"})
  void refusesWhatIsNoNumberInJson(String number) {
    assertInvalid(() -> JsonText.parse("{\"a\":" + number + "}"));
  }

  @Test
  void refusesRawControlCharactersInText() {
    assertInvalid(() -> JsonText.parse("{\"a\":\"b\nc\"}"));
    assertInvalid(() -> JsonText.parse("{\"a\":\"b\u0000c\"}"));
  }

  @Test
  void readsThirtyTwoLevels() {
    assertThat(JsonText.parse(nested(32))).isNotNull();
  }

  @Test
  void refusesThirtyThreeLevels() {
    assertInvalid(() -> JsonText.parse(nested(33)));
  }

  @Test
  void refusesTenThousandLevelsWhetherClosedOrNot() {
    assertInvalid(() -> JsonText.parse(nested(10_000)));
    assertInvalid(() -> JsonText.parse("[".repeat(10_000)));
    assertInvalid(() -> JsonText.parse("{\"a\":".repeat(10_000)));
  }

  @Test
  void takesTheLastOfTwoFieldsOfOneName() {
    assertThat(JsonText.parseObject("{\"a\":1,\"a\":2}").integer("a", 0, 9)).isEqualTo(2);
  }

  @Test
  void readsAnObjectWhereOneIsExpected() {
    for (String text : new String[] {"[]", "null", "17", "\"text\""}) {
      assertInvalid(() -> JsonText.parseObject(text));
    }
  }

  @Test
  void writesTextsNumbersAndTruths() {
    assertThat(JsonText.value("a\"b")).hasToString("\"a\\\"b\"");
    assertThat(JsonText.value(7L)).hasToString("7");
    assertThat(JsonText.value(7)).hasToString("7");
    assertThat(JsonText.value(new BigDecimal("600.00"))).hasToString("600.00");
    assertThat(JsonText.value(true)).isEqualTo(JsonValue.TRUE);
  }

  private static String nested(int levels) {
    return "[".repeat(levels) + "]".repeat(levels);
  }
}
