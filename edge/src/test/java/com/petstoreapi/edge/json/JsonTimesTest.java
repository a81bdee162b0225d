package com.petstoreapi.edge.json;

import static com.petstoreapi.edge.support.Refusals.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTimesTest {
  @ParameterizedTest
  @CsvSource({
    "2026-01-31T12:00:00Z, 2026-01-31T12:00:00Z",
    "2026-01-31T13:00:00+01:00, 2026-01-31T12:00:00Z",
    "2026-01-31T12:00:00.123456789Z, 2026-01-31T12:00:00.123Z",
    "2000-01-01T00:00:00Z, 2000-01-01T00:00:00Z",
    "9999-12-31T23:59:59.999Z, 9999-12-31T23:59:59.999Z"
  })
  void readsATimeToTheMillisecond(String written, Instant time) {
    assertThat(time(written)).contains(time);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "now",
        "2026-01-31",
        "2026-01-31T12:00:00",
        "2026-02-30T12:00:00Z",
        "2026-01-31T25:00:00Z",
        "1999-12-31T23:59:59Z",
        "+10000-01-01T00:00:00Z",
        "+999999999-12-31T23:59:59Z",
        "1767225600"
      })
  void refusesWhatIsNoTimeOfTheseYears(String written) {
    assertInvalid(() -> time(written));
  }

  @Test
  void refusesATimeThatIsNoText() {
    assertInvalid(() -> JsonText.parseObject("{\"at\":1767225600}").optionalTime("at"));
  }

  @Test
  void writesTimesWithMillisecondsAlways() {
    assertThat(Timestamps.format(Instant.parse("2026-01-31T12:00:00Z")))
        .isEqualTo("2026-01-31T12:00:00.000Z");
    assertThat(Timestamps.format(Instant.parse("2026-01-31T12:00:00.123456Z")))
        .isEqualTo("2026-01-31T12:00:00.123Z");
  }

  private static Optional<Instant> time(String written) {
    return JsonText.parseObject("{\"at\":\"" + written + "\"}").optionalTime("at");
  }
}
