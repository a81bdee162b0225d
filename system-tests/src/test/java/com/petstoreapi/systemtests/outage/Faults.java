package com.petstoreapi.systemtests.outage;

import com.petstoreapi.systemtests.cluster.BrokeredCluster;
import com.petstoreapi.systemtests.cluster.Cluster;
import com.petstoreapi.systemtests.support.Auctions;
import com.petstoreapi.systemtests.support.Notifications;
import com.petstoreapi.systemtests.support.PetstoreServers;
import com.petstoreapi.systemtests.support.ServerProcess;
import com.petstoreapi.systemtests.support.SseClient;
import com.petstoreapi.systemtests.support.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Kills one part of a cluster after the other, by dice, and starts it again. */
final class Faults {
  private static final int MOST_SECONDS = 60;
  private static final Duration AUCTION_ASIDE = Duration.ofSeconds(3);

  private final Cluster cluster;
  private final Random dice;
  private final List<Part> parts;
  private final List<String> story = new ArrayList<>();
  private final List<Double> recoveries = new ArrayList<>();

  /** What can be killed and started again. */
  private record Part(String name, Runnable kill, Runnable start) {}

  Faults(BrokeredCluster brokered, Random dice) {
    this.cluster = brokered.nodes();
    this.dice = dice;
    PetstoreServers one = cluster.first();
    PetstoreServers two = cluster.second();
    this.parts =
        List.of(
            node("auction 1", one.auction()),
            node("auction 2", two.auction()),
            node("notification 1", one.notification()),
            node("notification 2", two.notification()),
            new Part("the broker", brokered.broker()::kill, brokered.broker()::launch),
            new Part("PostgreSQL", cluster.database()::kill, cluster.database()::start));
  }

  private static Part node(String name, ServerProcess server) {
    return new Part(name, server::kill, server::start);
  }

  /** Kills something, starts it again some time later, and waits until all is well. */
  void next(Hall hall) throws InterruptedException {
    Part part = parts.get(dice.nextInt(parts.size()));
    Instant end = Instant.now().plus(AUCTION_ASIDE);
    hall.openAsideUntil(end);
    Thread.sleep(dice.nextInt(3_500)); // before, at or after the end of the auction aside
    part.kill().run();
    hall.leaveAside();
    Thread.sleep(dice.nextInt(3_000));
    part.start().run();
    long began = System.nanoTime();
    awaitService();
    double seconds = (System.nanoTime() - began) / 1e9;
    recoveries.add(seconds);
    story.add("%s %.1f s".formatted(part.name(), seconds));
  }

  /** How long the service took after each fault, from when the killed was started again. */
  List<Double> recoveries() {
    return recoveries;
  }

  void print() {
    System.out.println("killed, and in service again after: " + String.join(", ", story));
  }

  /** What is published at one node is heard at the other, and both take bids. */
  private void awaitService() {
    Waiting.upTo(MOST_SECONDS, "the service is back")
        .ignoreExceptionsMatching(whatever -> true)
        .until(this::isBack);
  }

  private boolean isBack() {
    return isHeard(cluster.first(), cluster.second())
        && isHeard(cluster.second(), cluster.first())
        && takesBids(cluster.first())
        && takesBids(cluster.second());
  }

  private static boolean isHeard(PetstoreServers here, PetstoreServers there) {
    String title = "probe-" + UUID.randomUUID();
    try (SseClient listener = new Notifications(there).listen("the-probe")) {
      new Notifications(here).publish(title);
      return Waiting.upTo(5, title)
              .until(() -> Notifications.titles(listener, title), titles -> !titles.isEmpty())
              .size()
          == 1;
    }
  }

  private static boolean takesBids(PetstoreServers servers) {
    Auctions auctions = new Auctions(servers);
    String auction = auctions.open();
    return auctions.bid("the-probe", auction, 1).status() == 201;
  }
}
