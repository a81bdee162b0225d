package com.petstoreapi.edge.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.petstoreapi.edge.support.MapConfig;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsReaderTest {
  private final SettingsReader nothingSet = new SettingsReader(new MapConfig(Map.of()));

  @Test
  void takesTheDefaultWhereNothingIsSet() {
    assertThat(nothingSet.integer("key", 7, 1, 9)).isEqualTo(7);
    assertThat(nothingSet.truth("key", true)).isTrue();
    assertThat(nothingSet.text("key")).isEmpty();
    assertThat(nothingSet.path("key")).isEmpty();
    assertThat(nothingSet.address("key")).isEmpty();
  }

  @Test
  void takesAnEmptyValueForNone() {
    assertThat(set("  ").text("key")).isEmpty();
    assertThat(set("").integer("key", 7, 1, 9)).isEqualTo(7);
    assertThat(set("").truth("key", true)).isTrue();
  }

  @Test
  void readsValuesWithWhiteSpaceAroundThem() {
    assertThat(set(" 9\n").integer("key", 7, 1, 9)).isEqualTo(9);
    assertThat(set(" false ").truth("key", true)).isFalse();
    assertThat(set(" /keys/k.pem ").path("key")).contains(Path.of("/keys/k.pem"));
    assertThat(set("9").seconds("key", 7, 1, 9)).isEqualTo(Duration.ofSeconds(9));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "10", "-1", "7.5", "seven", "99999999999", "7s"})
  void refusesANumberOutsideOfItsRangeAndSaysSo(String value) {
    assertThatThrownBy(() -> set(value).integer("key", 7, 1, 9))
        .isInstanceOf(InvalidSetting.class)
        .hasMessage("setting key must be a whole number from 1 to 9, but is '" + value + "'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "TRUE", "1", "on"})
  void refusesATruthInOtherWords(String value) {
    assertThatThrownBy(() -> set(value).truth("key", false)).isInstanceOf(InvalidSetting.class);
  }

  @Test
  void readsAnAddress() {
    assertThat(set("https://notification:9080/v1").address("key"))
        .contains(URI.create("https://notification:9080/v1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost:9080",
        "//localhost",
        "ftp://localhost",
        "http://",
        "http:x",
        "/v1",
        "h ttp"
      })
  void refusesWhatIsNoAddress(String value) {
    assertThatThrownBy(() -> set(value).address("key")).isInstanceOf(InvalidSetting.class);
  }

  private static SettingsReader set(String value) {
    return new SettingsReader(new MapConfig(Map.of("key", value)));
  }
}
