package com.petstoreapi.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.systemtests.support.Answer;
import com.petstoreapi.systemtests.support.Auctions;
import com.petstoreapi.systemtests.support.LoggedBid;
import com.petstoreapi.systemtests.support.Notifications;
import com.petstoreapi.systemtests.support.PetstoreServers;
import com.petstoreapi.systemtests.support.Position;
import com.petstoreapi.systemtests.support.SseClient;
import com.petstoreapi.systemtests.support.SseEvent;
import com.petstoreapi.systemtests.support.Waiting;
import com.petstoreapi.systemtests.support.WithServers;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What was acknowledged is there after a SIGKILL and a start: once, and in order. */
@WithServers
class RestartIT {
  private static final int AT_ONCE = 8;
  private static final int ACKNOWLEDGED_BEFORE_THE_KILL = 100;

  private final PetstoreServers servers;
  private final Notifications notifications;
  private final Auctions auctions;

  RestartIT(PetstoreServers servers) {
    this.servers = servers;
    this.notifications = new Notifications(servers);
    this.auctions = new Auctions(servers);
  }

  @Test
  void everyAcknowledgedNotificationSurvivesAKillInTheMiddleOfPublishing() {
    String before = notifications.publish("before").toString();
    Map<String, Position> acknowledged = new ConcurrentHashMap<>();
    AtomicLong number = new AtomicLong();
    CompletableFuture<Void> publishing =
        untilTheServerIsGone(
            person -> {
              String title = "cut-off-" + number.incrementAndGet();
              acknowledged.put(title, notifications.publish(title));
            });
    Waiting.await("some are acknowledged")
        .until(() -> acknowledged.size() >= ACKNOWLEDGED_BEFORE_THE_KILL);
    servers.notification().kill();
    publishing.join();
    servers.notification().start();

    try (SseClient back = notifications.listenAfter(before, "reader")) {
      String end = "end-" + System.nanoTime();
      notifications.publish(end);
      back.await("notification", event -> Notifications.title(event).equals(end));
      List<SseEvent> all = back.events("notification");

      assertThat(all).extracting(Notifications::title).doesNotHaveDuplicates();
      assertThat(all).extracting(event -> event.position().seq()).isSorted();
      Map<String, Position> kept = new ConcurrentHashMap<>();
      all.forEach(event -> kept.put(Notifications.title(event), event.position()));
      assertThat(kept).containsAllEntriesOf(acknowledged);
    }
  }

  @Test
  void everyAcceptedBidSurvivesAKillInTheMiddleOfBidding() {
    String auction = auctions.open();
    AtomicLong price = new AtomicLong();
    Queue<LoggedBid> accepted = new ConcurrentLinkedQueue<>();
    CompletableFuture<Void> bidding =
        untilTheServerIsGone(
            person -> {
              Answer answer = auctions.bid("bidder-" + person, auction, price.incrementAndGet());
              if (answer.status() == 201) {
                accepted.add(LoggedBid.of(answer.json()));
              }
            });
    Waiting.await("some are accepted").until(() -> accepted.size() >= ACKNOWLEDGED_BEFORE_THE_KILL);
    servers.auction().kill();
    bidding.join();
    servers.auction().start();

    List<LoggedBid> log = auctions.bidLog(auction);
    assertThat(log).containsAll(accepted).doesNotHaveDuplicates();
    assertThat(log).extracting(LoggedBid::position).isSorted().doesNotHaveDuplicates();
    assertThat(log).extracting(LoggedBid::amount).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void aPublicationSentAgainWithItsKeyAfterAKillGetsTheFirstAnswer() {
    String body = Notifications.notification("only-once", "-").toString();
    String key = "publish-" + System.nanoTime();
    Answer first = publish(body, key).expect(201);
    servers.notification().kill();
    servers.notification().start();
    Answer second = publish(body, key).expect(201);

    assertThat(second.position()).isEqualTo(first.position());
    Position next = notifications.publish("the next");
    assertThat(next.seq()).isEqualTo(first.position().seq() + 1);
  }

  @Test
  void aBidSentAgainWithItsKeyAfterAKillGetsTheFirstAnswer() {
    String auction = auctions.open();
    Answer first = auctions.bid("bidder-a", auction, 10, "the-key").expect(201);
    auctions.bid("bidder-b", auction, 20).expect(201);
    servers.auction().kill();
    servers.auction().start();
    Answer second = auctions.bid("bidder-a", auction, 10, "the-key").expect(201);

    assertThat(second.json()).isEqualTo(first.json());
    assertThat(auctions.bidLog(auction)).hasSize(2);
  }

  @Test
  void aKeyUsedAgainWithAnotherBodyIsAConflict() {
    String auction = auctions.open();
    auctions.bid("bidder-a", auction, 10, "same-key").expect(201);

    Answer other = auctions.bid("bidder-a", auction, 11, "same-key").expect(409);

    assertThat(other.text("code")).isEqualTo("idempotency-conflict");
  }

  private Answer publish(String body, String key) {
    return notifications
        .publisher()
        .send("POST", "/v1/notifications", body, "Idempotency-Key", key);
  }

  /** Several people do it over and over; done when each of them has met a dead server. */
  private static CompletableFuture<Void> untilTheServerIsGone(IntConsumer once) {
    ExecutorService people = Executors.newFixedThreadPool(AT_ONCE);
    List<CompletableFuture<Void>> all = new ArrayList<>();
    IntStream.range(0, AT_ONCE)
        .forEach(person -> all.add(CompletableFuture.runAsync(() -> on(person, once), people)));
    people.shutdown();
    return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new));
  }

  private static void on(int person, IntConsumer once) {
    try {
      while (true) {
        once.accept(person);
      }
    } catch (UncheckedIOException gone) {
      // The server was killed; nobody knows whether the last one was taken.
    }
  }
}
