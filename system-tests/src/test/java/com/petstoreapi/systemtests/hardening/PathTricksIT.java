package com.petstoreapi.systemtests.hardening;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.systemtests.support.PetstoreServers;
import com.petstoreapi.systemtests.support.WithServers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Other spellings of a path lead neither past the token nor to the files of the application. */
@WithServers
class PathTricksIT {
  private final PetstoreServers servers;

  PathTricksIT(PetstoreServers servers) {
    this.servers = servers;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//v1/pets",
        "/./v1/pets",
        "/;x/v1/pets",
        "/v1;x=y/pets",
        "/v1/;/pets",
        "/v1/pets;jsessionid=1",
        "/%76%31/pets",
        "/v1%2fpets",
        "/v1%5cpets",
        "/v1\\pets",
        "/v1/dev/tokens/../../pets",
        "/v1/dev/tokens/%2e%2e/%2e%2e/pets",
        "/v1/dev/tokens/..;/..;/pets",
        "/v1/dev/tokens/..%2f..%2fpets",
        "/v1/dev/tokens/.%00./pets",
        "/V1/pets",
        "/v1/pets%00",
        "/v1/pets%20",
        "http://localhost/v1/pets",
        "/WEB-INF/web.xml",
        "/%57EB-INF/web.xml",
        "/WEB-INF;x/web.xml",
        "/v1/../WEB-INF/classes/db/migration/V1__journal_and_catalog.sql",
        "/META-INF/MANIFEST.MF"
      })
  void withoutATokenNoSpellingGetsAnything(String path) throws IOException {
    String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    HttpAnswer answer =
        Dropped.orAnswer(servers.notification().port(), request.getBytes(StandardCharsets.US_ASCII))
            .orElseThrow();

    HttpTarget.check(answer);
    assertThat(answer.status()).as(answer.body()).isIn(400, 401, 404);
    assertThat(answer.body()).doesNotContain("Rex", "web-app", "CREATE TABLE");
  }
}
