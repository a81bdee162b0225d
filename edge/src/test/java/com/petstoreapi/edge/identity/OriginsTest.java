package com.petstoreapi.edge.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.petstoreapi.edge.identity.Credential.Source;
import com.petstoreapi.edge.support.Requests;
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginsTest {
  private final Origins origins = new Origins(Set.of("https://shop.example"));

  @ParameterizedTest(name = "{0} by {1} from {2}: {3}")
  @CsvSource({
    "POST,      COOKIE,      https://shop.example,      true",
    "POST,      COOKIE,      https://evil.example,      false",
    "POST,      COOKIE,      https://shop.example.evil, false",
    "POST,      COOKIE,      https://shop.example:444,  false",
    "POST,      COOKIE,      http://shop.example,       false",
    "POST,      COOKIE,      null,                      false",
    "POST,      COOKIE,      ,                          false",
    "DELETE,    COOKIE,      https://evil.example,      false",
    "GET,       COOKIE,      https://evil.example,      true",
    "HEAD,      COOKIE,      ,                          true",
    "POST,      HEADER,      https://evil.example,      true",
    "POST,      HEADER,      ,                          true",
    "websocket, COOKIE,      https://shop.example,      true",
    "websocket, COOKIE,      ,                          false",
    "websocket, COOKIE,      https://evil.example,      false",
    "websocket, HEADER,      ,                          true",
    "websocket, HEADER,      https://evil.example,      false",
    "websocket, SUBPROTOCOL, https://evil.example,      false",
    "websocket, SUBPROTOCOL, https://shop.example,      true",
    "websocket, TICKET,      null,                      false"
  })
  void whoMayActFromWhere(String what, Source source, String origin, boolean allowed) {
    boolean upgrade = what.equals("websocket");
    Throwable refused =
        catchThrowable(
            () ->
                origins.check(
                    Requests.of(
                        upgrade ? "GET" : what,
                        "/auctions/1",
                        origin == null ? "X-None" : "Origin",
                        origin == null ? "" : origin,
                        "Upgrade",
                        upgrade ? "websocket" : "h2c"),
                    source));
    if (allowed) {
      assertThat(refused).isNull();
    } else {
      assertThat(((Refusal) refused).code()).isEqualTo(ErrorCode.FORBIDDEN);
    }
  }
}
