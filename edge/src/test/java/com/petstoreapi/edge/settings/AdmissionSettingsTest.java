package com.petstoreapi.edge.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.petstoreapi.edge.support.MapConfig;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdmissionSettingsTest {
  @Test
  void startsWithNothingSet() {
    AdmissionSettings settings = from(Map.of());
    assertThat(settings.enabled()).isTrue();
    assertThat(settings.lag()).isEqualTo(Duration.ofSeconds(2));
    assertThat(settings.lagClear()).isEqualTo(Duration.ofMillis(500));
    assertThat(settings.heap()).isEqualTo(0.85);
    assertThat(settings.heapClear()).isEqualTo(0.75);
  }

  @Test
  void keepsTheSecondMarkBelowTheFirstWhereThatAloneIsSet() {
    AdmissionSettings settings =
        from(
            Map.of(
                "petstore.admission.lag-millis", "100", "petstore.admission.heap-percent", "60"));
    assertThat(settings.lagClear()).isEqualTo(Duration.ofMillis(50));
    assertThat(settings.heapClear()).isEqualTo(0.55);
  }

  @ParameterizedTest
  @CsvSource({
    "lag-millis, 19",
    "lag-clear-millis, 2000",
    "heap-percent, 100",
    "heap-clear-percent, 85",
    "after-millis, -1",
    "calm-millis, 600001",
    "retry-seconds, 0",
    "enabled, perhaps"
  })
  void doesNotStartWithWhatIsOutOfRange(String key, String value) {
    assertThatThrownBy(() -> from(Map.of("petstore.admission." + key, value)))
        .isInstanceOf(InvalidSetting.class)
        .hasMessageContaining(key);
  }

  private static AdmissionSettings from(Map<String, String> values) {
    return AdmissionSettings.from(new SettingsReader(new MapConfig(values)));
  }
}
