package com.petstoreapi.edge.json;

import static com.petstoreapi.edge.support.Refusals.assertInvalid;
import static com.petstoreapi.edge.support.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.realtime.value.Money;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonNumbersTest {
  private static final String DIGITS = "9".repeat(400);

  @ParameterizedTest
  @CsvSource({"0, 0", "-0, 0", "7, 7", "100, 100", "1e2, 100", "10e1, 100"})
  void readsAWholeNumber(String written, long value) {
    assertThat(field(written).integer("n", 0, 100)).isEqualTo(value);
  }

  @ParameterizedTest
  @MethodSource("noWholeNumbers")
  void refusesAnythingElseForAWholeNumber(String written) {
    assertInvalid(() -> field(written).integer("n", 0, 100));
  }

  static Stream<String> noWholeNumbers() {
    return Stream.concat(
        noNumbers(),
        Stream.of("-1", "101", "1.5", "0.001", "9223372036854775808", "18446744073709551616"));
  }

  @Test
  void refusesAnExponentWhoseValueWouldWrapAroundToSomethingSmall() {
    for (String written :
        new String[] {"1e2147483647", "1e2147483646", "1e19", "1e64", "1e-2147483647"}) {
      assertInvalid(() -> field(written).integer("n", 0, 100));
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "600, 60000", "600.5, 60050", "600.50, 60050", "0.01, 1", "6e2, 60000"})
  void readsMoneyInMajorUnits(String written, long minor) {
    assertThat(field(written).money("n", "USD")).isEqualTo(new Money(minor, "USD"));
  }

  @ParameterizedTest
  @MethodSource("noMoney")
  void refusesAnythingElseForMoney(String written) {
    assertInvalid(() -> field(written).money("n", "USD"));
  }

  static Stream<String> noMoney() {
    return Stream.concat(
        noNumbers(),
        Stream.of(
            "-1", "-0.01", "0.001", "1e-400", "10000000000.01", "1e2147483647", "0." + DIGITS));
  }

  static Stream<String> noNumbers() {
    return Stream.of(
        "\"7\"",
        "true",
        "[]",
        "{}",
        "null",
        "NaN",
        "Infinity",
        "1e400",
        "-1e400",
        DIGITS,
        "1e999999999",
        "1e9999999999",
        "1e2147483648");
  }

  @Test
  void takesUsdWhereNoCurrencyIsGiven() {
    assertThat(JsonText.parseObject("{}").currency()).isEqualTo("USD");
    assertThat(JsonText.parseObject("{\"currency\":\"EUR\"}").currency()).isEqualTo("EUR");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"eur\"", "\"EURO\"", "\"\"", "\"E\\u0000R\"", "7", "[]"})
  void refusesWhatIsNoCurrency(String written) {
    assertInvalid(() -> JsonText.parseObject("{\"currency\":" + written + "}").currency());
  }

  @Test
  void readsObjectsInAnArrayUpToAsManyAsAreAllowed() {
    assertThat(field("[{\"a\":1},{}]").optionalObjects("n", 2).orElseThrow()).hasSize(2);
    assertThat(field("null").optionalObjects("n", 2)).isEmpty();
    for (String wrong : new String[] {"[]", "[{},{},{}]", "[{},1]", "{}", "\"[]\""}) {
      assertInvalid(() -> field(wrong).optionalObjects("n", 2));
    }
  }

  @Test
  void namesTheFieldThatIsMissingOrWrong() {
    assertThat(refusalOf(() -> field("7").integer("stock", 0, 100)).detail()).contains("stock");
    assertThat(refusalOf(() -> field("-1").integer("n", 0, 100)).detail())
        .isEqualTo("Field n must be a whole number from 0 to 100.");
  }

  private static JsonFields field(String written) {
    return JsonText.parseObject("{\"n\":" + written + "}");
  }
}
