package com.petstoreapi.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.contract.Contract;
import com.petstoreapi.systemtests.support.Answer;
import com.petstoreapi.systemtests.support.AsyncApiParser;
import com.petstoreapi.systemtests.support.Auctions;
import com.petstoreapi.systemtests.support.HttpApi;
import com.petstoreapi.systemtests.support.NodePackage;
import com.petstoreapi.systemtests.support.Notifications;
import com.petstoreapi.systemtests.support.PetstoreServers;
import com.petstoreapi.systemtests.support.WithServers;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * The AsyncAPI documents, as both servers give them out. That what is told fits them, {@code
 * ConformanceExtension} sees in all other tests.
 */
@WithServers
class AsyncApiIT {
  private static final String PATH = "/asyncapi";
  private static final String MEDIA_TYPE = "application/vnd.aai.asyncapi+json;version=3.0.0";

  private final List<HttpApi> strangers;

  AsyncApiIT(PetstoreServers servers) {
    strangers = List.of(new Notifications(servers).anonymous(), new Auctions(servers).anonymous());
  }

  @Test
  void anybodyMayReadThem() {
    for (HttpApi stranger : strangers) {
      Answer answer = stranger.get(PATH).expect(200);

      assertThat(answer.header("Content-Type").replace(" ", "")).isEqualTo(MEDIA_TYPE);
      assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
      assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
      assertThat(answer.json().getString("asyncapi")).isEqualTo("3.0.0");
    }
  }

  @Test
  void aPageOfAnAllowedOriginMayToo() {
    for (HttpApi stranger : strangers) {
      Answer allowed = stranger.send("GET", PATH, "", "Origin", "http://localhost:9080");
      Answer foreign = stranger.send("GET", PATH, "", "Origin", "http://evil.example");

      assertThat(allowed.expect(200).header("Access-Control-Allow-Origin"))
          .isEqualTo("http://localhost:9080");
      assertThat(foreign.header("Access-Control-Allow-Origin")).isEmpty();
    }
  }

  @Test
  void theHeadersComeAlone() {
    for (HttpApi stranger : strangers) {
      Answer whole = stranger.get(PATH);
      Answer head = stranger.send("HEAD", PATH, "").expect(200);

      assertThat(head.body()).isEmpty();
      for (String name : List.of("Content-Type", "Content-Length", "ETag", "Cache-Control")) {
        assertThat(head.header(name)).as(name).isNotEmpty().isEqualTo(whole.header(name));
      }
    }
  }

  @Test
  void whoHasThemIsToldSo() {
    for (HttpApi stranger : strangers) {
      String tag = stranger.get(PATH).header("ETag");

      for (String known : List.of(tag, "\"other\", W/" + tag, "*")) {
        Answer answer = stranger.send("GET", PATH, "", "If-None-Match", known).expect(304);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.header("ETag")).isEqualTo(tag);
      }
      stranger.send("GET", PATH, "", "If-None-Match", "\"other\"").expect(200);
    }
  }

  @Test
  void nobodyMayDoAnythingElse() {
    for (HttpApi stranger : strangers) {
      Answer answer = stranger.send("POST", PATH, "{}").expect(405);

      assertThat(answer.header("Allow")).isEqualTo("GET, HEAD");
      assertThat(answer.text("code")).isEqualTo("method-not-allowed");
    }
  }

  @Test
  void whatTheyTellOfIsThereForThoseWithAToken() {
    for (HttpApi stranger : strangers) {
      JsonObject channels = stranger.get(PATH).json().getJsonObject("channels");
      assertThat(channels).isNotEmpty();
      channels
          .values()
          .forEach(
              channel -> {
                String address = channel.asJsonObject().getString("address");
                stranger.get(address.replaceAll("\\{\\w+}", "019b4132")).expect(401);
              });
    }
  }

  @Test
  void theirExamplesFit() {
    for (HttpApi stranger : strangers) {
      assertThat(Contract.of(stranger.get(PATH).body()).badExamples()).isEmpty();
    }
  }

  @Test
  @EnabledIf(value = NodePackage.IS_POSSIBLE, disabledReason = "needs Node.js 18 or newer, and npm")
  void theParserOfAsyncApiHasNothingToSay() {
    AsyncApiParser parser = new AsyncApiParser();

    assertThat(
            strangers.stream()
                .map(stranger -> stranger.get(PATH).body())
                .flatMap(document -> parser.diagnostics(document).stream()))
        .isEmpty();
    assertThat(parser.diagnostics("{\"asyncapi\":\"3.0.0\"}")).isNotEmpty();
  }
}
