package com.petstoreapi.realtime.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTest {
  @ParameterizedTest
  @ValueSource(strings = {"0-a", "124-k3f9", "999999999999999999-0123456789abcdef", "124", "0"})
  void readsWhatItWrites(String text) {
    assertThat(Position.parse(text)).get().hasToString(text);
  }

  @Test
  void takesABareNumberForOneOfThisEpoch() {
    assertThat(Position.parse("124")).contains(new Position(124, ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-",
        "-1",
        "+1",
        "1-",
        "-k3f9",
        "1-K3F9",
        "1-k3f9-",
        "1 -k3f9",
        "1-k3f9\n",
        "1\r",
        "1\0",
        "1.5",
        "1e3",
        "0x10",
        "1-ünicode",
        "١٢٣",
        "９",
        "earliest",
        "null",
        "1-0123456789abcdefg",
        "1000000000000000000",
        "99999999999999999999999"
      })
  void isNotFoundInAnythingElse(String text) {
    assertThat(Position.parse(text)).isEmpty();
  }

  @Test
  void isNeverNegative() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Position(-1, "k3f9"));
  }
}
