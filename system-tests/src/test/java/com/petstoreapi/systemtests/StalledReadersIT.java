package com.petstoreapi.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.systemtests.support.Auctions;
import com.petstoreapi.systemtests.support.Crowd;
import com.petstoreapi.systemtests.support.Latencies;
import com.petstoreapi.systemtests.support.LoggedBid;
import com.petstoreapi.systemtests.support.Notifications;
import com.petstoreapi.systemtests.support.Pace;
import com.petstoreapi.systemtests.support.PetstoreServers;
import com.petstoreapi.systemtests.support.ProcessFigures;
import com.petstoreapi.systemtests.support.ServerProcess;
import com.petstoreapi.systemtests.support.SocketClient;
import com.petstoreapi.systemtests.support.SseClient;
import com.petstoreapi.systemtests.support.SseEvent;
import com.petstoreapi.systemtests.support.StalledClient;
import com.petstoreapi.systemtests.support.Waiting;
import com.petstoreapi.systemtests.support.WithServers;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Sixty clients that never read delay nobody else, cost little, and are let go in the end.
 *
 * <p>The kernel holds about 1.6 MB for a reader that stands still, so that much must pass before a
 * write of the server blocks: 300 large events on the stream; on the socket, a bid log long enough
 * for a client that asks for all of it.
 */
@WithServers
class StalledReadersIT {
  private static final int STALLED = 60;
  private static final int STREAMS_PER_USER = 10;
  private static final int HEALTHY = 5;
  private static final int EVENTS = 300;
  private static final int PER_SECOND = 30;
  private static final int LOG_LONG_ENOUGH = 6_500;
  private static final Duration P99_LIMIT = Duration.ofMillis(500);
  private static final long GROWTH_LIMIT_BYTES = 256L << 20;
  private static final int CLOSED_WITHIN_SECONDS = 90;
  private static final String LARGE = "x".repeat(8_000);

  private final PetstoreServers servers;
  private final Notifications notifications;
  private final Auctions auctions;
  private final Latencies latencies = new Latencies();

  StalledReadersIT(PetstoreServers servers) {
    this.servers = servers;
    this.notifications = new Notifications(servers);
    this.auctions = new Auctions(servers);
  }

  @Test
  void stalledStreamsDelayNobodyAndAreClosed() {
    ProcessFigures before = servers.notification().figures();
    List<StalledClient> stalled = stalled(this::stalledStream);
    List<SseClient> healthy = many(i -> notifications.listen("healthy-" + i), HEALTHY);

    Pace.of(PER_SECOND, EVENTS, i -> publishLarge("large-" + i));
    healthy.forEach(client -> client.await("notification", this::isTheLastLarge));
    healthy.forEach(client -> client.events("notification").forEach(this::arrived));

    assertThat(latencies.count()).isEqualTo(HEALTHY * EVENTS);
    assertDelayedNobody(servers.notification(), before, stalled);
    healthy.forEach(SseClient::close);
    assertThreadsReturn(servers.notification(), before);
  }

  @Test
  void stalledSocketsDelayNobodyAndAreClosed() {
    String auction = auctions.open();
    AtomicLong price = new AtomicLong();
    bidUntilTheLogIsLong(auction, price);
    ProcessFigures before = servers.auction().figures();
    URI fromTheFirst = auctions.socket(auction, "?after=" + auctions.firstBid(auction).position());
    List<StalledClient> stalled =
        stalled(i -> StalledClient.ofSocket(fromTheFirst, tokenOfStalled(i)));
    Waiting.await("most of them hold up a writer").until(() -> stuckWriters() >= STALLED / 2);
    List<SocketClient> healthy = many(i -> timedSocket(auction, i), HEALTHY);

    Pace.of(PER_SECOND, EVENTS, i -> bidTimed("pace-" + i % 20, auction, price));
    Waiting.await("all bids arrived").until(() -> latencies.count() >= HEALTHY * EVENTS);

    assertDelayedNobody(servers.auction(), before, stalled);
    healthy.forEach(SocketClient::close);
    assertThreadsReturn(servers.auction(), before);
  }

  private int stuckWriters() {
    String metrics = auctions.as("an-operator").get("/metrics?scope=application").body();
    return metrics
        .lines()
        .filter(line -> line.startsWith("petstore_lane_stuck_writers"))
        .mapToInt(line -> (int) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  private void assertDelayedNobody(
      ServerProcess server, ProcessFigures before, List<StalledClient> stalled) {
    Duration p99 = latencies.quantile(0.99);
    System.out.printf("p99 beside %d stalled clients: %d ms%n", STALLED, p99.toMillis());
    assertThat(p99).isLessThan(P99_LIMIT);
    Waiting.upTo(CLOSED_WITHIN_SECONDS, "the stalled are let go")
        .until(() -> stalled.stream().noneMatch(StalledClient::isHeldByServer));
    assertThat(server.figures().residentBytes() - before.residentBytes())
        .isLessThan(GROWTH_LIMIT_BYTES);
    stalled.forEach(StalledClient::close);
  }

  private static void assertThreadsReturn(ServerProcess server, ProcessFigures before) {
    Waiting.upTo(CLOSED_WITHIN_SECONDS, "no writer stays behind")
        .until(() -> server.figures().writers() <= before.writers());
  }

  private List<StalledClient> stalled(IntFunction<StalledClient> one) {
    return many(one, STALLED);
  }

  private StalledClient stalledStream(int number) {
    return StalledClient.ofStream(notifications.stream(""), tokenOfStalled(number));
  }

  private String tokenOfStalled(int number) {
    return servers.tokens().of("stalled-" + number / STREAMS_PER_USER);
  }

  private void publishLarge(String title) {
    latencies.sending(title);
    notifications.publish(title, LARGE);
  }

  private boolean isTheLastLarge(SseEvent event) {
    return Notifications.title(event).equals("large-" + (EVENTS - 1));
  }

  private void arrived(SseEvent event) {
    latencies.arrived(Notifications.title(event), event.arrivedNanos());
  }

  private SocketClient timedSocket(String auction, int number) {
    SocketClient client =
        SocketClient.open(
            auctions.socket(auction),
            servers.tokens().of("healthy-" + number),
            message -> {
              if (message.getString("type").equals("bid")) {
                latencies.arrived(
                    LoggedBid.of(message).amount().longValueExact(), System.nanoTime());
              }
            });
    client.await("snapshot");
    return client;
  }

  private void bidTimed(String user, String auction, AtomicLong price) {
    long amount = price.incrementAndGet();
    latencies.sending(amount);
    auctions.bid(user, auction, amount).expect(201);
  }

  /** Two take turns on each thread, many threads at once; who comes too late with a bid goes on. */
  private void bidUntilTheLogIsLong(String auction, AtomicLong price) {
    AtomicInteger accepted = new AtomicInteger();
    Callable<Void> person =
        () -> {
          while (accepted.get() < LOG_LONG_ENOUGH) {
            long amount = price.incrementAndGet();
            String user = "a-bidder-whose-name-makes-each-message-rather-long-" + amount % 400;
            if (auctions.bid(user, auction, amount).status() == 201) {
              accepted.incrementAndGet();
            }
          }
          return null;
        };
    Crowd.of(Collections.nCopies(16, person));
  }

  private static <T> List<T> many(IntFunction<T> one, int count) {
    List<T> all = new ArrayList<>();
    IntStream.range(0, count).forEach(i -> all.add(one.apply(i)));
    return all;
  }
}
