package com.petstoreapi.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.systemtests.support.Auctions;
import com.petstoreapi.systemtests.support.Latencies;
import com.petstoreapi.systemtests.support.LoadClient;
import com.petstoreapi.systemtests.support.Notifications;
import com.petstoreapi.systemtests.support.Pace;
import com.petstoreapi.systemtests.support.PetstoreServers;
import com.petstoreapi.systemtests.support.RawSocket;
import com.petstoreapi.systemtests.support.RawSocket.Head;
import com.petstoreapi.systemtests.support.SocketClient;
import com.petstoreapi.systemtests.support.SseClient;
import com.petstoreapi.systemtests.support.SseEvent;
import com.petstoreapi.systemtests.support.Waiting;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A node with more to do than it can: newcomers are told to come back, those who are there get
 * everything, and when it is over all are let in again.
 *
 * <p>The marks of notification-service are low, and its tail is so short that whoever is behind is
 * served from the database: a thousand events at once keep it busy for about a second.
 * Auction-service has so small a heap that it never lets anybody in.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OverloadIT {
  private static final int STREAMS = 200;
  private static final int CONNECTIONS_PER_USER = 10;
  private static final int ONLOOKERS = 4;
  private static final int AT_ONCE = 1_000;
  private static final Duration LOAD = Duration.ofSeconds(5);
  private static final int QUIET_EVENTS = 30;
  private static final int QUIET_PER_SECOND = 15;

  @AutoClose private final PetstoreServers servers = start();
  private final Notifications notifications = new Notifications(servers);
  private final Auctions auctions = new Auctions(servers);
  private final BitSet published = new BitSet();
  private final List<String> titles = new ArrayList<>();
  private int admitted;
  private int refused;

  private static PetstoreServers start() {
    Path userDirectory = PetstoreServers.copyOf(PetstoreServers.assembled());
    giveLittleHeap(userDirectory.resolve("servers/auction/jvm.options"));
    return PetstoreServers.start(
        userDirectory,
        Map.of(),
        Map.of(
            "PETSTORE_ADMISSION_LAG_MILLIS", "100",
            "PETSTORE_ADMISSION_AFTER_MILLIS", "250",
            "PETSTORE_ADMISSION_CALM_MILLIS", "1000",
            "PETSTORE_ADMISSION_RETRY_SECONDS", "1",
            "PETSTORE_STREAM_LANES", "1",
            "PETSTORE_STREAM_TAIL_EVENTS", "64"),
        Map.of("PETSTORE_ADMISSION_HEAP_PERCENT", "10"));
  }

  private static void giveLittleHeap(Path options) {
    try {
      Files.writeString(options, "\n-Xmx160m\n-XX:+UseG1GC\n", StandardOpenOption.APPEND);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  @Test
  void newcomersWaitSoThatThoseWhoAreThereGetEverything() {
    try (LoadClient clients = new LoadClient()) {
      clients.openStreams(notifications.stream(""), tokens(), "notification");
      List<SseClient> onlookers =
          IntStream.range(0, ONLOOKERS)
              .mapToObj(i -> notifications.listen("onlooker-" + i))
              .toList();
      tell("before", onlookers, quietly("before", clients));

      Latencies during = new Latencies();
      long end = System.nanoTime() + LOAD.toNanos();
      while (System.nanoTime() - end < 0 || refused == 0 && admitted < 100) {
        publishAtOnce("load-" + titles.size(), during);
        while (!clients.lacking(published).isEmpty()) {
          knock(onlookers.get(0));
        }
      }
      long over = System.nanoTime();
      assertThat(refused).as("newcomers refused").isPositive();
      tell("during", onlookers, during);
      Waiting.await("newcomers are let in again").until(() -> greeting().equals("hello"));
      Duration recovery = Duration.ofNanos(System.nanoTime() - over);
      System.out.printf(
          "newcomers under load: %d refused, %d let in; all were let in again after %d ms%n",
          refused, admitted, recovery.toMillis());
      tell("after", onlookers, quietly("after", clients));

      assertThat(clients.allInOrder()).as("in order").isTrue();
      assertThat(clients.ended()).as("connections lost").isZero();
      onlookers.forEach(
          onlooker -> assertThat(Notifications.titles(onlooker, "")).isEqualTo(titles));
      assertThat(servers.notification().metric("petstore_admission_refusals_total"))
          .isGreaterThanOrEqualTo(refused);
    }
  }

  @Test
  void aNodeWithoutMemoryTellsSocketsToComeBackAndDoesItsOtherWork() {
    Waiting.await("the heap is full")
        .until(() -> servers.auction().metric("petstore_admission_refusing") == 1);
    String auction = auctions.open();
    try (SocketClient socket =
        SocketClient.open(auctions.socket(auction), servers.tokens().of("newcomer"))) {
      JsonObject error = socket.await("error");
      assertThat(error.getString("code")).isEqualTo("unavailable");
      assertThat(error.getInt("retryAfterSeconds")).isBetween(5, 10);
      assertThat(socket.awaitCloseCode()).isEqualTo(1013);
    }
    auctions.bid("bidder", auction, 5).expect(201);
    assertThat(servers.auction().isReady()).isTrue();
  }

  /**
   * Somebody new comes. When he is refused, it is as browsers, and as programs understand it; all
   * else goes on, and who was there may come back.
   */
  private void knock(SseClient onlooker) {
    if (greeting().equals("hello")) {
      admitted++;
    } else if (refused++ == 0) {
      assertThat(servers.notification().isReady()).isTrue();
      notifications.as("reader").get("/v1/notifications?limit=1").expect(200);
      assertPlainlyRefused();
      onlooker.reconnect();
      Waiting.await("he is let in").until(() -> onlooker.events("hello").size() == 2);
    }
  }

  private String greeting() {
    String token = servers.tokens().of("newcomer-" + (refused + admitted));
    try (SseClient newcomer = SseClient.open(notifications.stream(""), token)) {
      Waiting.await("a first word").until(() -> !newcomer.events().isEmpty());
      SseEvent first = newcomer.events().get(0);
      if (first.type().equals("refused")) {
        assertThat(first.json().getString("code")).isEqualTo("unavailable");
        Waiting.await("it ends").until(() -> !newcomer.isOpen());
        assertThat(newcomer.retryMillis()).isBetween(1_000, 4_000);
      }
      return first.type();
    }
  }

  private void assertPlainlyRefused() {
    String line = "Authorization: Bearer " + servers.tokens().of("a-program") + "\r\n";
    try (RawSocket socket = RawSocket.connect(servers.notification().port())) {
      Head head = socket.request("GET", notifications.stream(""), line);
      assertThat(head.status()).isEqualTo(503);
      assertThat(head.headers().get("retry-after")).isBetween("1", "2");
    }
  }

  private Latencies quietly(String prefix, LoadClient clients) {
    Latencies latencies = new Latencies();
    Pace.of(
        QUIET_PER_SECOND,
        QUIET_EVENTS,
        i -> {
          String title = prefix + "-" + i;
          latencies.sending(title);
          titles.add(title);
          published.set((int) notifications.publish(title).seq());
        });
    awaitDelivered(clients);
    return latencies;
  }

  private void publishAtOnce(String prefix, Latencies latencies) {
    List<String> many = Notifications.numbered(prefix, AT_ONCE);
    many.forEach(latencies::sending);
    titles.addAll(many);
    int last = (int) notifications.publishAll(many).seq();
    published.set(last - AT_ONCE + 1, last + 1);
  }

  private void awaitDelivered(LoadClient clients) {
    Waiting.upTo(30, "everything is delivered")
        .untilAsserted(() -> assertThat(clients.lacking(published)).isEmpty());
  }

  private void tell(String when, List<SseClient> onlookers, Latencies latencies) {
    String last = titles.get(titles.size() - 1);
    onlookers.forEach(
        one -> one.await("notification", event -> Notifications.title(event).equals(last)));
    onlookers.stream()
        .flatMap(one -> one.events("notification").stream())
        .forEach(event -> latencies.arrived(Notifications.title(event), event.arrivedNanos()));
    System.out.printf(
        "%s the load: %d deliveries looked at, p50 %d ms, p99 %d ms%n",
        when,
        latencies.count(),
        latencies.quantile(0.5).toMillis(),
        latencies.quantile(0.99).toMillis());
  }

  private List<String> tokens() {
    return IntStream.range(0, STREAMS)
        .mapToObj(i -> servers.tokens().of("crowd-" + i / CONNECTIONS_PER_USER))
        .toList();
  }
}
