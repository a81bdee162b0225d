package com.petstoreapi.edge.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.petstoreapi.edge.support.MapConfig;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceSettingsTest {
  @Test
  void startsWithNothingSet() {
    StreamSettings settings = StreamSettings.from(reader(Map.of()));
    assertThat(settings.heartbeat()).isEqualTo(Duration.ofSeconds(15));
    assertThat(settings.retry()).isEqualTo(Duration.ofSeconds(2));
    assertThat(settings.lanes().lanes()).isPositive();
  }

  @Test
  void givesNoDevelopmentTokensUnlessTold() {
    assertThat(IdentitySettings.from(reader(Map.of())).developmentTokens()).isFalse();
    assertThat(
            IdentitySettings.from(reader(Map.of("petstore.dev.tokens", "true")))
                .developmentTokens())
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "heartbeat-seconds",
        "retry-millis",
        "command-timeout-seconds",
        "tail-events",
        "tail-mebibytes",
        "max-batch",
        "max-waiting",
        "lanes",
        "max-stuck-writers",
        "send-deadline-seconds"
      })
  void doesNotStartWithAZeroWhereOneIsTheLeast(String key) {
    Map<String, String> zero = Map.of("petstore.stream." + key, "0");
    assertThatThrownBy(() -> StreamSettings.from(reader(zero)))
        .isInstanceOf(InvalidSetting.class)
        .hasMessageContaining(key);
  }

  @Test
  void followsNothingUnlessToldWhereTo() {
    assertThat(TracingSettings.from(reader(Map.of())).on()).isFalse();
    assertThat(TracingSettings.from(reader(Map.of("otel.sdk.disabled", "false"))).on()).isTrue();
    Map<String, String> nowhere =
        Map.of("otel.sdk.disabled", "false", "otel.traces.exporter", "none");
    assertThat(TracingSettings.from(reader(nowhere)).on()).isFalse();
  }

  private static SettingsReader reader(Map<String, String> values) {
    return new SettingsReader(new MapConfig(values));
  }
}
