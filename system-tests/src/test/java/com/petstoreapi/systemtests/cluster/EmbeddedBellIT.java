package com.petstoreapi.systemtests.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.systemtests.support.Auctions;
import com.petstoreapi.systemtests.support.JsonText;
import com.petstoreapi.systemtests.support.Notifications;
import com.petstoreapi.systemtests.support.PetstoreServers;
import com.petstoreapi.systemtests.support.SocketClient;
import com.petstoreapi.systemtests.support.SseClient;
import com.petstoreapi.systemtests.support.Tickets;
import com.petstoreapi.systemtests.support.Waiting;
import com.petstoreapi.systemtests.tracing.RecordedSpan;
import com.petstoreapi.systemtests.tracing.TraceCollector;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/**
 * The bell over Liberty's own messaging engine, which the first notification-service hosts. Here
 * all that happens is followed, and the logs are JSON.
 */
class EmbeddedBellIT extends BellContract {
  private static final String ENGINE = Integer.toString(PetstoreServers.freePort());

  @AutoClose private static final TraceCollector TRACES = TraceCollector.start();

  @AutoClose
  private static final Cluster CLUSTER =
      new Cluster(settings(), Map.of("JMS_ENGINE", "here", "JMS_PORT", ENGINE));

  EmbeddedBellIT() {
    super(CLUSTER);
  }

  private static Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(TRACES.settings());
    settings.put("JMS_PROVIDER", "embedded");
    settings.put("JMS_ENGINE_ADDRESS", "localhost:" + ENGINE);
    settings.put("PETSTORE_BELL_LOOK_MILLIS", LOOK_MILLIS);
    settings.put("LOG_FORMAT", "json");
    return settings;
  }

  @Test
  void aBidIsOneTraceFromItsCommandToTheFirstClientOfTheOtherNode() {
    String auction = hall.openWith("increment", 1);
    try (SocketClient ann = hall.join("ann", auction);
        SocketClient bob = otherHall.join("bob", auction)) {
      ann.send(Auctions.bidMessage(1, "followed"));
      ann.await("bid");
      bob.await("bid");
    }
    RecordedSpan command = of(auction, "command", span -> true);
    RecordedSpan commit = of(auction, "commit", span -> span.isChildOf(command));
    RecordedSpan sent = of(auction, "bell sent", span -> span.isChildOf(commit));
    RecordedSpan heard = of(auction, "bell heard", span -> span.isChildOf(sent));
    of(auction, "first delivery", span -> span.isChildOf(commit));
    RecordedSpan delivery = of(auction, "first delivery", span -> span.isChildOf(heard));

    assertThat(command.parent()).isEmpty();
    assertThat(List.of(commit.node(), sent.node())).containsOnly(command.node());
    assertThat(delivery.node()).isEqualTo(heard.node()).isNotEqualTo(command.node());
  }

  @Test
  void whoIsOutbidIsToldInTheTraceOfTheHigherBid() {
    String auction = hall.openWith("increment", 1);
    hall.bid("ann", auction, 1).expect(201);
    otherHall.bid("bob", auction, 2).expect(201);

    RecordedSpan told =
        TRACES.await(
            "a command on the notifications, for the auction",
            span ->
                span.name().equals("command")
                    && span.stream().equals("notifications")
                    && isOfBidIn(auction, span.trace()));
    for (String step : List.of("POST /v1/auctions/{id}/bids", "outbox delivery")) {
      TRACES.await(step, span -> span.trace().equals(told.trace()) && span.name().equals(step));
    }
  }

  private static boolean isOfBidIn(String auction, String trace) {
    return !TRACES
        .spans(span -> span.trace().equals(trace) && span.stream().equals("auction/" + auction))
        .isEmpty();
  }

  @Test
  void spansHaveNoSecretsAndNobodyFollowsWhoLooksAfterTheServer() {
    String token = CLUSTER.first().tokens().of("ann");
    String ticket = new Tickets(CLUSTER.first()).issue(token, Notifications.STREAM);
    here.anonymous().get("/metrics").expect(200);
    SseClient.openWith(here.stream("?ticket=" + ticket), "Accept", "text/event-stream").close();

    TRACES.await(
        "the stream's request", span -> span.attributes().containsValue(Notifications.STREAM));
    assertThat(TRACES.spans())
        .extracting(span -> span.attributes().getOrDefault("url.query", "withheld"))
        .containsOnly("withheld");
    String everything = TRACES.text();
    assertThat(CLUSTER.first().tokens().used())
        .contains(ticket)
        .noneMatch(secret -> everything.contains(secret.substring(secret.length() - 24)));
    assertThat(everything).doesNotContain("/health", "/metrics");
  }

  @Test
  void aLineOfTheLogBearsItsRequestAndItsTrace() {
    String path = "/v1/admin/users/nobody/connections";
    hall.as("an-admin", "admin")
        .send("DELETE", path, "", "X-Request-Id", "from-the-test")
        .expect(200);

    JsonObject line =
        Waiting.await("the line about the request")
            .until(() -> linesOf("from-the-test"), lines -> !lines.isEmpty())
            .get(0);
    assertThat(line.getString("ext_traceId")).matches("[0-9a-f]{32}");
    assertThat(line.getString("message")).contains("nobody");
  }

  /** Those in JSON: a server begins before it has read how its log is to be. */
  private static List<JsonObject> linesOf(String request) throws IOException {
    Path log = CLUSTER.first().userDirectory().resolve("servers/auction/logs/messages.log");
    return Files.readAllLines(log).stream()
        .filter(line -> line.startsWith("{"))
        .map(JsonText::parse)
        .filter(line -> line.getString("ext_requestId", "").equals(request))
        .toList();
  }

  private static RecordedSpan of(String auction, String name, Predicate<RecordedSpan> such) {
    return TRACES.await(
        name,
        span ->
            span.name().equals(name)
                && span.stream().equals("auction/" + auction)
                && such.test(span));
  }
}
