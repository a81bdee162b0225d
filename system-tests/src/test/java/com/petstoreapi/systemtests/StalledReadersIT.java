package com.petstoreapi.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.systemtests.support.Auctions;
import com.petstoreapi.systemtests.support.Crowd;
import com.petstoreapi.systemtests.support.Footprint;
import com.petstoreapi.systemtests.support.Latencies;
import com.petstoreapi.systemtests.support.LoggedBid;
import com.petstoreapi.systemtests.support.Notifications;
import com.petstoreapi.systemtests.support.Pace;
import com.petstoreapi.systemtests.support.PetstoreServers;
import com.petstoreapi.systemtests.support.ServerProcess;
import com.petstoreapi.systemtests.support.SocketClient;
import com.petstoreapi.systemtests.support.SseClient;
import com.petstoreapi.systemtests.support.StalledClient;
import com.petstoreapi.systemtests.support.Waiting;
import com.petstoreapi.systemtests.support.WithServers;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Sixty clients that never read delay nobody else, cost little, and are let go in the end.
 *
 * <p>The kernel holds about 1.6 MB for a reader that stands still, so that much must pass before a
 * write of the server blocks: 200 large events on the stream; on the socket, a bid log long enough
 * for a client that asks for all of it. The sockets come first: the container waits 30 s for the
 * answer to a close frame, and meanwhile the streams have their turn.
 */
@WithServers
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StalledReadersIT {
  private static final int STALLED = 60;
  private static final int CONNECTIONS_PER_USER = 10;
  private static final int HEALTHY = 5;
  private static final int PER_SECOND = 30;
  private static final int LOG_LONG_ENOUGH = 6_500;
  private static final int ROUNDS = 10;

  /** Few: of bids that are made together, only those count which arrive in rising order. */
  private static final int AT_ONCE = 4;

  private static final int CUT_WITHIN_SECONDS = 90;
  private static final int CLOSED_WITHIN_SECONDS = 90;

  /** Who had to wait for a stalled reader would wait for the send deadline, which is 5 s. */
  private static final Duration P99_LIMIT = Duration.ofMillis(2_500);

  /** Much less than all of them would cost if the server kept for each what the kernel keeps. */
  private static final long GROWTH_LIMIT_BYTES = 48L << 20;

  private static final String LARGE = "x".repeat(8_000);

  private final PetstoreServers servers;
  private final Notifications notifications;
  private final Auctions auctions;
  private final List<StalledClient> stalled = new ArrayList<>();
  private StalledClient odd;

  StalledReadersIT(PetstoreServers servers) {
    this.servers = servers;
    this.notifications = new Notifications(servers);
    this.auctions = new Auctions(servers);
  }

  @BeforeAll
  void oneSaysGoodbyeOddly() {
    odd = StalledClient.ofSocket(auctions.socket(auctions.open()), servers.tokens().of("mallory"));
    odd.sayGoodbyeOddly();
    assertThat(odd.isHeldByServer()).isTrue();
  }

  @AfterAll
  void everyConnectionIsClosedInTheEnd() {
    Waiting.upTo(CLOSED_WITHIN_SECONDS, "the server's ends are closed")
        .until(() -> stalled.stream().noneMatch(StalledClient::isHeldByServer));
    stalled.forEach(StalledClient::close);
  }

  @Test
  @Order(1)
  void stalledSocketsDelayNobodyAndCostLittle() {
    String auction = auctions.open();
    AtomicLong price = new AtomicLong();
    bidUntilTheLogIsLong(auction, price);
    Footprint before = servers.auction().footprint();
    int writers = servers.auction().figures().writers();
    double cut = servers.auction().metric("petstore_connections_cut_total");
    String fromTheFirst = "?after=" + auctions.firstBid(auction).position() + "&batch=";
    List<StalledClient> sockets =
        many(i -> stalledSocket(auctions.socket(auction, fromTheFirst + i % 2), i), STALLED);
    stalled.addAll(sockets);
    Waiting.await("most of them hold up a writer")
        .until(() -> servers.auction().metric("petstore_lane_stuck_writers") >= STALLED / 2);
    assertCostLittle(servers.auction(), before);
    Latencies latencies = new Latencies();
    List<SocketClient> healthy = many(i -> timedSocket(auction, i, latencies), HEALTHY);

    int sent =
        sendUntilOnlyTheHealthyAreLeft(
            servers.auction(),
            "petstore_connections_open",
            i -> {
              if (i % PER_SECOND == 0) {
                sockets.forEach(StalledClient::sayAlive);
              }
              long amount = price.incrementAndGet();
              latencies.sending(amount);
              auctions.bid("pace-" + i % 20, auction, amount).expect(201);
            });

    Waiting.await("each was cut once, and is counted")
        .until(() -> servers.auction().metric("petstore_connections_cut_total") - cut == STALLED);
    assertThat(servers.auction().logTail()).doesNotContain("could not be cancelled");
    assertDelayedNobody(latencies, sent);
    assertCostLittle(servers.auction(), before);
    healthy.forEach(SocketClient::close);
    assertWritersReturn(servers.auction(), writers);
  }

  @Test
  @Order(2)
  void stalledStreamsDelayNobodyAndCostLittle() {
    Footprint before = servers.notification().footprint();
    int writers = servers.notification().figures().writers();
    stalled.addAll(
        many(i -> StalledClient.ofStream(notifications.stream(""), tokenOfStalled(i)), STALLED));
    List<SseClient> healthy = many(i -> notifications.listen("healthy-" + i), HEALTHY);

    Latencies latencies = new Latencies();
    int sent =
        sendUntilOnlyTheHealthyAreLeft(
            servers.notification(),
            "petstore_connections_open",
            i -> {
              latencies.sending("large-" + i);
              notifications.publish("large-" + i, LARGE);
            });
    String last = "large-" + (sent - 1);
    healthy.forEach(
        client -> client.await("notification", e -> Notifications.title(e).equals(last)));
    healthy.stream()
        .flatMap(client -> client.events("notification").stream())
        .forEach(event -> latencies.arrived(Notifications.title(event), event.arrivedNanos()));

    assertDelayedNobody(latencies, sent);
    assertCostLittle(servers.notification(), before);
    healthy.forEach(SseClient::close);
    assertWritersReturn(servers.notification(), writers);
  }

  /** Liberty stops reading after such a code, and never closes by itself. */
  @Test
  @Order(3)
  void whoSaysGoodbyeOddlyKeepsNoConnection() {
    Waiting.upTo(CLOSED_WITHIN_SECONDS, "the server's end is closed")
        .until(() -> !odd.isHeldByServer());
    odd.close();
  }

  /**
   * Sends at a steady rate, and returns how often, until the stalled are no connections any more.
   */
  private static int sendUntilOnlyTheHealthyAreLeft(
      ServerProcess server, String gauge, IntConsumer send) {
    AtomicBoolean enough = new AtomicBoolean();
    CompletableFuture<Integer> sending =
        CompletableFuture.supplyAsync(
            () -> Pace.until(i -> enough.get(), 2 * CUT_WITHIN_SECONDS, PER_SECOND, send));
    Waiting.upTo(CUT_WITHIN_SECONDS, "the stalled are cut")
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> sending.isDone() || server.metric(gauge) <= HEALTHY);
    enough.set(true);
    return sending.join();
  }

  private static void assertDelayedNobody(Latencies latencies, int sent) {
    Waiting.await("all arrived").until(() -> latencies.count() >= HEALTHY * sent);
    Duration p99 = latencies.quantile(0.99);
    System.out.printf(
        "p99 of %d deliveries beside %d stalled clients: %d ms%n",
        latencies.count(), STALLED, p99.toMillis());
    assertThat(p99).isLessThan(P99_LIMIT);
  }

  private static void assertCostLittle(ServerProcess server, Footprint before) {
    Footprint growth = server.footprint().minus(before);
    System.out.printf(
        "%d stalled clients: live heap %+d KiB, beside the heap %+d KiB%n",
        STALLED, growth.liveHeapBytes() >> 10, growth.besideHeapBytes() >> 10);
    assertThat(growth.liveHeapBytes()).as("live heap").isLessThan(GROWTH_LIMIT_BYTES);
    assertThat(growth.besideHeapBytes()).as("beside the heap").isLessThan(GROWTH_LIMIT_BYTES);
  }

  private static void assertWritersReturn(ServerProcess server, int before) {
    Waiting.upTo(CLOSED_WITHIN_SECONDS, "no writer stays behind")
        .until(() -> server.figures().writers() <= before);
  }

  private StalledClient stalledSocket(URI uri, int number) {
    return StalledClient.ofSocket(uri, tokenOfStalled(number));
  }

  private String tokenOfStalled(int number) {
    return servers.tokens().of("stalled-" + number / CONNECTIONS_PER_USER);
  }

  private SocketClient timedSocket(String auction, int number, Latencies latencies) {
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

  /** Round by round, so that a slow machine may take longer. */
  private void bidUntilTheLogIsLong(String auction, AtomicLong price) {
    AtomicInteger accepted = new AtomicInteger();
    while (accepted.get() < LOG_LONG_ENOUGH) {
      int enough = accepted.get() + LOG_LONG_ENOUGH / ROUNDS;
      Callable<Void> person = () -> bidUntil(enough, accepted, auction, price);
      Crowd.of(Collections.nCopies(AT_ONCE, person));
    }
  }

  private Void bidUntil(int enough, AtomicInteger accepted, String auction, AtomicLong price) {
    while (accepted.get() < enough) {
      long amount = price.incrementAndGet();
      String user = "a-bidder-whose-name-makes-each-message-rather-long-" + amount % 400;
      if (auctions.bid(user, auction, amount).status() == 201) { // else another came first
        accepted.incrementAndGet();
      }
    }
    return null;
  }

  private static <T> List<T> many(IntFunction<T> one, int count) {
    List<T> all = new ArrayList<>();
    IntStream.range(0, count).forEach(i -> all.add(one.apply(i)));
    return all;
  }
}
