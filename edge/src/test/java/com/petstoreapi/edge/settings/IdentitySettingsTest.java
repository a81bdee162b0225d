package com.petstoreapi.edge.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.petstoreapi.edge.support.MapConfig;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentitySettingsTest {
  private static final String URL = "petstore.auth.jwks-url";
  private static final String ISSUER = "https://issuer.test/jwks";

  @Test
  void readsMicroProfilesClaimsAndNoJwkSetUnlessTold() {
    IdentitySettings settings = read(Map.of());
    assertThat(settings.rolesClaim()).isEqualTo("groups");
    assertThat(settings.userClaim()).isEmpty();
    assertThat(settings.jwks()).isEmpty();
  }

  @Test
  void needsNothingButTheAddressOfAJwkSet() {
    JwksSettings jwks = read(Map.of(URL, ISSUER)).jwks().orElseThrow();
    assertThat(jwks.address()).isEqualTo(URI.create(ISSUER));
    assertThat(jwks.cacheTime()).isEqualTo(Duration.ofMinutes(10));
    assertThat(jwks.cooldown()).isEqualTo(Duration.ofSeconds(10));
    assertThat(jwks.mostBytes()).isEqualTo(65_536);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:8080/jwks",
        "http://127.0.0.1/jwks",
        "http://127.1.2.3:1/jwks",
        "http://[::1]:8080/jwks",
        "https://keycloak:8443/realms/petstore/protocol/openid-connect/certs"
      })
  void takesKeysByHttpsAndFromThisMachine(String address) {
    assertThat(read(Map.of(URL, address)).jwks()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://keycloak:8080/certs",
        "http://localhost.evil.test/jwks",
        "http://127.0.0.1.evil.test/jwks",
        "http://10.0.0.1/jwks",
        "http://[::2]/jwks",
        "file:///keys.json"
      })
  void doesNotTakeKeysThatCouldBeChangedOnTheirWay(String address) {
    assertThatThrownBy(() -> read(Map.of(URL, address)))
        .isInstanceOf(InvalidSetting.class)
        .hasMessageContaining(URL)
        .hasMessageContaining("https://");
  }

  @Test
  void doesNotStartWithAKeyFileAndAJwkSet() {
    Map<String, String> both = Map.of(URL, ISSUER, "petstore.auth.public-key-file", "/key.pem");
    assertThatThrownBy(() -> read(both))
        .isInstanceOf(InvalidSetting.class)
        .hasMessageContaining("petstore.auth.public-key-file")
        .hasMessageContaining(URL);
  }

  @ParameterizedTest
  @CsvSource({
    "cache-minutes, 1, 1440",
    "cooldown-seconds, 1, 30",
    "connect-timeout-seconds, 1, 10",
    "read-timeout-seconds, 1, 10",
    "max-kibibytes, 1, 1024"
  })
  void keepsToTheRangesOfItsNumbers(String name, int least, int most) {
    String key = "petstore.auth.jwks-" + name;
    for (int good : new int[] {least, most}) {
      assertThat(read(withIssuer(key, good)).jwks()).isPresent();
    }
    for (int bad : new int[] {least - 1, most + 1}) {
      assertThatThrownBy(() -> read(withIssuer(key, bad)))
          .isInstanceOf(InvalidSetting.class)
          .hasMessageContaining(key);
    }
  }

  private static Map<String, String> withIssuer(String key, int value) {
    Map<String, String> values = new HashMap<>(Map.of(URL, ISSUER));
    values.put(key, Integer.toString(value));
    return values;
  }

  private static IdentitySettings read(Map<String, String> values) {
    return IdentitySettings.from(new SettingsReader(new MapConfig(values)));
  }
}
