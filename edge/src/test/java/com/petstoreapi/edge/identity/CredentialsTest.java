package com.petstoreapi.edge.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.petstoreapi.edge.identity.Credential.Source;
import com.petstoreapi.edge.support.Requests;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {
  private static final String PROTOCOLS = "Sec-WebSocket-Protocol";

  @ParameterizedTest
  @ValueSource(strings = {"Bearer a.b.c", "bearer a.b.c", "BEARER a.b.c", "Bearer   a.b.c "})
  void findsTheTokenWhateverTheCaseOfTheScheme(String header) throws InvalidToken {
    assertThat(token("Authorization", header)).contains("a.b.c");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic YTpi", "Bearer", "Bearera.b.c", "a.b.c", ""})
  void findsNoneInAnotherScheme(String header) throws InvalidToken {
    assertThat(token("Authorization", header)).isEmpty();
  }

  @Test
  void findsNoneWhereThereIsNoHeader() throws InvalidToken {
    assertThat(token()).isEmpty();
  }

  @Test
  void findsTheTokenAmongTheSubprotocolsOfAnUpgrade() throws InvalidToken {
    assertThat(token("Upgrade", "WebSocket", PROTOCOLS, "petstore.v1, bearer.a.b.c"))
        .contains("a.b.c");
    assertThat(token("Upgrade", "websocket", PROTOCOLS, "petstore.v1", PROTOCOLS, "bearer.a.b.c"))
        .contains("a.b.c");
  }

  @Test
  void doesNotLookAtSubprotocolsWithoutAnUpgrade() throws InvalidToken {
    assertThat(token(PROTOCOLS, "petstore.v1, bearer.a.b.c")).isEmpty();
    assertThat(token("Upgrade", "h2c", PROTOCOLS, "petstore.v1, bearer.a.b.c")).isEmpty();
  }

  @Test
  void findsNoneInAnUpgradeWithoutASubprotocolThatBearsOne() throws InvalidToken {
    assertThat(token("Upgrade", "websocket")).isEmpty();
    assertThat(token("Upgrade", "websocket", PROTOCOLS, "petstore.v1,,mybearer.a")).isEmpty();
  }

  @Test
  void findsTheTokenInTheCookie() throws InvalidToken {
    assertThat(of("POST", "/v1/pets", "Cookie", "other=1; petstore_token=a.b.c"))
        .contains(new Credential(Source.COOKIE, "a.b.c"));
    assertThat(of("GET", "/v1/pets", "Cookie", "petstore_token=")).isEmpty();
  }

  @Test
  void findsATicketWhereAStreamIsOpened() throws InvalidToken {
    assertThat(of("GET", "/stream?ticket=abc")).contains(new Credential(Source.TICKET, "abc"));
    assertThat(of("HEAD", "/stream?ticket=abc")).contains(new Credential(Source.TICKET, "abc"));
  }

  @Test
  void looksForATicketNowhereElse() throws InvalidToken {
    assertThat(of("GET", "/v1/pets?ticket=abc")).isEmpty();
    assertThat(of("GET", "/stream/more?ticket=abc")).isEmpty();
    assertThat(of("POST", "/stream?ticket=abc")).isEmpty();
  }

  @Test
  void takesTheFirstInTheOrderOfHeaderSubprotocolCookieAndTicket() throws InvalidToken {
    String[] all = {
      "Authorization",
      "Bearer a",
      "Upgrade",
      "websocket",
      PROTOCOLS,
      "bearer.b",
      "Cookie",
      "petstore_token=c"
    };
    assertThat(of("GET", "/stream?ticket=d", all)).contains(new Credential(Source.HEADER, "a"));
    assertThat(of("GET", "/stream?ticket=d", Arrays.copyOfRange(all, 2, 8)))
        .contains(new Credential(Source.SUBPROTOCOL, "b"));
    assertThat(of("GET", "/stream?ticket=d", Arrays.copyOfRange(all, 6, 8)))
        .contains(new Credential(Source.COOKIE, "c"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "token=eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhIn0.x",
        "types=adoption&access_token=eyJh.eyJz.x",
        "jwt=eyJh%2EeyJz%2ex"
      })
  void refusesATokenInTheQueryWhateverElseThereIs(String query) {
    assertThatExceptionOfType(InvalidToken.class)
        .isThrownBy(() -> of("GET", "/stream?" + query, "Authorization", "Bearer a.b.c"));
  }

  @Test
  void neverShowsItselfInALog() {
    assertThat(new Credential(Source.HEADER, "a.b.c").toString()).doesNotContain("a.b.c");
  }

  private static Optional<String> token(String... headers) throws InvalidToken {
    return of("GET", "/v1/pets", headers).map(Credential::text);
  }

  private static Optional<Credential> of(String method, String target, String... headers)
      throws InvalidToken {
    return new Credentials(StreamPaths.of("/stream")).of(Requests.of(method, target, headers));
  }
}
