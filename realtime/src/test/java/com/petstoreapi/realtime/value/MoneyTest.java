package com.petstoreapi.realtime.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0, 0",
    "0.00, 0",
    "0e-999999999, 0",
    "0.01, 1",
    "600, 60000",
    "600.5, 60050",
    "600.500000, 60050",
    "6e2, 60000",
    "1e10, 1000000000000",
    "10000000000.00, 1000000000000"
  })
  void readsAmountsOfAtMostTwoDecimals(String amount, long minor) {
    assertThat(Money.of(new BigDecimal(amount), "USD")).isEqualTo(new Money(minor, "USD"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-0.01",
        "-1",
        "0.001",
        "1.999",
        "10000000000.01",
        "1e11",
        "1e12",
        "1e13",
        "1e400",
        "1e-400",
        "1e-999999999",
        "-1e400",
        "99999999999999999999"
      })
  void refusesWhatIsOutOfRange(String amount) {
    assertRefused(amount);
  }

  /** One line of JSON that would be multiplied out to a gigabyte, or overflow an int. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e999999999",
        "0e999999999",
        "-1e999999999",
        "1e2147483646",
        "12e2147483646",
        "1e2147483647",
        "123456789e2147483647",
        "1e-2147483647"
      })
  void refusesAttacksByTheScale(String amount) {
    assertRefused(amount);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "usd", "US", "USDT", "U$D", "USD\n"})
  void refusesWhatIsNoCurrency(String currency) {
    assertThatExceptionOfType(Refusal.class).isThrownBy(() -> new Money(1, currency));
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Money.MAX_MINOR + 1, Long.MAX_VALUE, Long.MIN_VALUE})
  void refusesMinorUnitsOutOfBounds(long minor) {
    assertThatExceptionOfType(Refusal.class).isThrownBy(() -> new Money(minor, "USD"));
  }

  @ParameterizedTest
  @ValueSource(longs = {Money.MAX_MINOR, Long.MAX_VALUE, -2, Long.MIN_VALUE})
  void refusesASumOutOfBounds(long more) {
    assertThatExceptionOfType(Refusal.class).isThrownBy(() -> new Money(1, "USD").plus(more));
  }

  @Test
  void showsTwoDecimals() {
    assertThat(new Money(60_000, "USD")).hasToString("600.00 USD");
    assertThat(new Money(5, "EUR").amount()).isEqualTo(new BigDecimal("0.05"));
  }

  @Test
  void comparesWithinACurrencyOnly() {
    assertThat(new Money(1, "USD")).isLessThan(new Money(2, "USD"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Money(1, "USD").compareTo(new Money(2, "EUR")));
  }

  private static void assertRefused(String amount) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> Money.of(new BigDecimal(amount), "USD"))
        .matches(refusal -> refusal.code() == ErrorCode.INVALID_MESSAGE);
  }
}
