package com.petstoreapi.edge.json;

import static com.petstoreapi.edge.support.Refusals.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextsTest {
  private enum Color {
    RED,
    BLUE
  }

  @Test
  void readsATextUpToItsBound() {
    assertThat(field("\"Rex\"").text("t", 3)).isEqualTo("Rex");
    assertThat(field("\"\\ud83d\\ude00\"").text("t", 3)).isEqualTo("\ud83d\ude00");
    assertInvalid(() -> field("\"Rexy\"").text("t", 3));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"\"",
        "\"  \"",
        "\"a\\r\\nid: 5\"",
        "\"a\\nb\"",
        "\"a\\tb\"",
        "\"a\\u0000b\"",
        "\"a\\u007fb\"",
        "\"a\\ud800b\"",
        "7",
        "true",
        "[\"a\"]",
        "{}",
        "null"
      })
  void refusesWhatIsNoTextOfOneLine(String written) {
    assertInvalid(() -> field(written).text("t", 100));
  }

  @Test
  void takesNullForMissing() {
    assertThat(field("null").optionalText("t", 9)).isEmpty();
    assertThat(field("null").has("t")).isFalse();
    assertThat(JsonText.parseObject("{}").optionalText("t", 9)).isEmpty();
  }

  @Test
  void ignoresFieldsThatNobodyAsksFor() {
    assertThat(JsonText.parseObject("{\"t\":\"a\",\"more\":[{}]}").text("t", 9)).isEqualTo("a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a/b", "../x", "é", "a\\n"})
  void refusesWhatIsNoId(String id) {
    assertInvalid(() -> field('"' + id + '"').id("t"));
  }

  @Test
  void readsAnIdOfUpTo64Characters() {
    assertThat(field("\"A-z_0.9\"").id("t")).isEqualTo("A-z_0.9");
    assertThat(field('"' + "i".repeat(64) + '"').id("t")).hasSize(64);
    assertInvalid(() -> field('"' + "i".repeat(65) + '"').id("t"));
  }

  @Test
  void readsAUserOfPrintableAscii() {
    assertThat(field("\"ann@petstore.test\"").user("t")).isEqualTo("ann@petstore.test");
    assertInvalid(() -> field("\"ann bob\"").user("t"));
    assertInvalid(() -> field("\"\\u00e4nn\"").user("t"));
    assertInvalid(() -> field('"' + "u".repeat(65) + '"').user("t"));
  }

  @Test
  void readsAConstantByItsExactName() {
    assertThat(field("\"RED\"").oneOf("t", Color.class)).isEqualTo(Color.RED);
    assertInvalid(() -> field("\"red\"").oneOf("t", Color.class));
    assertInvalid(() -> field("0").oneOf("t", Color.class));
    assertInvalid(() -> field("null").oneOf("t", Color.class));
  }

  @Test
  void readsTextsOutOfThoseAllowed() {
    Set<String> allowed = Set.of("user", "seller");
    assertThat(field("[\"user\",\"user\"]").optionalTexts("t", allowed)).contains(Set.of("user"));
    assertThat(field("[]").optionalTexts("t", allowed)).contains(Set.of());
    assertThat(field("null").optionalTexts("t", allowed)).isEmpty();
    assertInvalid(() -> field("[\"root\"]").optionalTexts("t", allowed));
    assertInvalid(() -> field("[7]").optionalTexts("t", allowed));
    assertInvalid(() -> field("\"user\"").optionalTexts("t", allowed));
  }

  @Test
  void matchesAPatternAsAWhole() {
    Pattern word = Pattern.compile("[a-z]+");
    assertThat(field("\"abc\"").matching("t", word)).isEqualTo("abc");
    assertInvalid(() -> field("\"abc\\n\"").matching("t", word));
    assertInvalid(() -> field("\"1abc\"").matching("t", word));
  }

  @Test
  void readsAnObjectWithin() {
    assertThat(field("{\"a\":\"b\"}").optionalObject("t").orElseThrow().text("a", 9))
        .isEqualTo("b");
    assertThat(field("null").optionalObject("t")).isEmpty();
    assertInvalid(() -> field("[]").optionalObject("t"));
    assertInvalid(() -> field("null").rawObject("t"));
  }

  private static JsonFields field(String written) {
    return JsonText.parseObject("{\"t\":" + written + "}");
  }
}
