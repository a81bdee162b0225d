package com.petstoreapi.edge.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.edge.support.Requests;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {
  private static final String PROTOCOLS = "Sec-WebSocket-Protocol";

  @ParameterizedTest
  @ValueSource(strings = {"Bearer a.b.c", "bearer a.b.c", "BEARER a.b.c", "Bearer   a.b.c "})
  void findsTheTokenWhateverTheCaseOfTheScheme(String header) {
    assertThat(token("Authorization", header)).contains("a.b.c");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic YTpi", "Bearer", "Bearera.b.c", "a.b.c", ""})
  void findsNoneInAnotherScheme(String header) {
    assertThat(token("Authorization", header)).isEmpty();
  }

  @Test
  void findsNoneWhereThereIsNoHeader() {
    assertThat(token()).isEmpty();
  }

  @Test
  void findsTheTokenAmongTheSubprotocolsOfAnUpgrade() {
    assertThat(token("Upgrade", "WebSocket", PROTOCOLS, "petstore.v1, bearer.a.b.c"))
        .contains("a.b.c");
    assertThat(token("Upgrade", "websocket", PROTOCOLS, "petstore.v1", PROTOCOLS, "bearer.a.b.c"))
        .contains("a.b.c");
  }

  @Test
  void doesNotLookAtSubprotocolsWithoutAnUpgrade() {
    assertThat(token(PROTOCOLS, "petstore.v1, bearer.a.b.c")).isEmpty();
    assertThat(token("Upgrade", "h2c", PROTOCOLS, "petstore.v1, bearer.a.b.c")).isEmpty();
  }

  @Test
  void findsNoneInAnUpgradeWithoutASubprotocolThatBearsOne() {
    assertThat(token("Upgrade", "websocket")).isEmpty();
    assertThat(token("Upgrade", "websocket", PROTOCOLS, "petstore.v1,,mybearer.a")).isEmpty();
  }

  @Test
  void prefersTheHeaderToASubprotocol() {
    assertThat(token("Authorization", "Bearer a", "Upgrade", "websocket", PROTOCOLS, "bearer.b"))
        .contains("a");
  }

  private static Optional<String> token(String... headers) {
    return Credentials.tokenOf(Requests.with(headers));
  }
}
