package com.petstoreapi.systemtests.soak;

import com.petstoreapi.systemtests.soak.picture.Series;
import com.petstoreapi.systemtests.soak.picture.SmallMultiples;
import com.petstoreapi.systemtests.support.LoadClient;
import com.petstoreapi.systemtests.support.PetstoreServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/** The crowd comes, is looked at, and leaves; then it is told whether all is as it was. */
final class Trial {
  private static final int LOOK_EVERY_SECONDS = 10;
  private static final int BACK_WITHIN_SECONDS = 240;

  private final SoakSettings settings;
  private final Troubles troubles = new Troubles();
  private final LoadClient clients = new LoadClient();
  private final Town town;
  private final List<Watch> watches;
  private long began;

  Trial(PetstoreServers servers, SoakSettings settings) {
    this.settings = settings;
    this.town = new Town(servers, clients, troubles, settings.seed());
    this.watches =
        List.of(
            new Watch(
                "notification-service",
                servers.notification(),
                () -> town.people().deliveredByNotification(),
                settings.output()),
            new Watch(
                "auction-service",
                servers.auction(),
                () -> town.people().deliveredByAuction(),
                settings.output()));
  }

  /** Whether every promise was kept and both servers are flat. */
  boolean run() throws InterruptedException {
    town.useAllOnce();
    began = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
    List<Sample> before = look(true);
    town.open();
    List<List<Sample>> collected = lookOn();
    town.fallSilent();
    System.out.printf("all have heard everything after %.0f s%n", seconds());
    look(false);
    town.close();
    List<Sample> after = awaitBack(before);
    clients.close();
    return tell(before, collected, after);
  }

  private double seconds() {
    return (System.nanoTime() - began) / (double) TimeUnit.SECONDS.toNanos(1);
  }

  private List<Sample> look(boolean collecting) {
    List<Sample> samples = new ArrayList<>();
    for (Watch watch : watches) {
      samples.add(watch.look(seconds(), collecting));
    }
    for (String trouble : clients.takeTroubles()) {
      if (trouble.startsWith("answered with") && !trouble.endsWith("503")) {
        troubles.broken("somebody who came in was " + trouble);
      } else {
        troubles.happened("a connection ended: " + trouble);
      }
    }
    return samples;
  }

  /** Looks until time is over; those samples are returned in which the garbage was collected. */
  private List<List<Sample>> lookOn() throws InterruptedException {
    long seconds = settings.lasting().toSeconds();
    TreeSet<Long> due = new TreeSet<>(List.of(settings.warm().toSeconds(), seconds));
    for (Duration at = settings.betweenCollections();
        at.toSeconds() < seconds;
        at = at.plus(settings.betweenCollections())) {
      due.add(at.toSeconds());
    }
    List<List<Sample>> collected = new ArrayList<>();
    for (long next = LOOK_EVERY_SECONDS; next <= seconds; next += LOOK_EVERY_SECONDS) {
      Thread.sleep(Math.max(0, Math.round((next - seconds()) * 1e3)));
      boolean collecting = due.headSet(next, true).pollFirst() != null;
      due.headSet(next, true).clear();
      List<Sample> samples = look(collecting);
      if (collecting) {
        collected.add(samples);
      }
      samples.forEach(sample -> System.out.println(sample.line()));
    }
    return collected;
  }

  /** Until both have no connections any more and are as before, or for as long as it may take. */
  private List<Sample> awaitBack(List<Sample> before) throws InterruptedException {
    double end = seconds() + BACK_WITHIN_SECONDS;
    List<Sample> now = look(false);
    while (seconds() < end && !isBack(before, now)) {
      TimeUnit.SECONDS.sleep(LOOK_EVERY_SECONDS / 2);
      now = look(false);
    }
    System.out.printf("all is back, or not, after %.0f s%n", seconds());
    return look(true);
  }

  private static boolean isBack(List<Sample> before, List<Sample> now) {
    return Verdict.isBack(before.get(0), now.get(0)) && Verdict.isBack(before.get(1), now.get(1));
  }

  private boolean tell(List<Sample> before, List<List<Sample>> collected, List<Sample> after) {
    StringBuilder report = new StringBuilder(town.figures()).append('\n');
    boolean good = troubles.broken() == 0;
    for (int i = 0; i < watches.size(); i++) {
      int server = i;
      List<Sample> its = collected.stream().map(samples -> samples.get(server)).toList();
      Verdict verdict =
          new Verdict(
              watches.get(i).name(),
              before.get(i),
              at(its, settings.warm()),
              at(its, settings.lasting().dividedBy(2)),
              its.get(its.size() - 1),
              after.get(i));
      report.append('\n').append(verdict.table());
      good &= verdict.isFlat();
    }
    troubles.accepted().forEach((what, times) -> report.append("\n%dx %s".formatted(times, what)));
    report.append("\n\npromises broken: %d\n".formatted(troubles.broken()));
    report.append(good ? "all is well\n" : "SOMETHING IS WRONG\n");
    System.out.println(report);
    write(report.toString());
    draw();
    return good;
  }

  /** The first of them that is not earlier. */
  private static Sample at(List<Sample> samples, Duration when) {
    return samples.stream()
        .filter(sample -> sample.seconds() >= when.toSeconds() - 1)
        .findFirst()
        .orElseThrow();
  }

  private void write(String report) {
    try {
      Files.writeString(settings.output().resolve("report.md"), report);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private void draw() {
    SmallMultiples picture =
        new SmallMultiples(
            "A soak of %d minutes".formatted(settings.lasting().toMinutes()),
            watches.stream().map(Watch::name).toList(),
            watches.get(0).lastSeconds());
    picture.add("Live heap, after collections", "bytes", true, of(Sample::heapLive));
    picture.add("Used heap, with garbage", "bytes", false, of(Sample::heapUsed));
    picture.add("Resident memory", "bytes", false, of(Sample::resident));
    picture.add("Processors kept busy", "none", false, of(Sample::processors));
    picture.add("Connections", "none", false, of(Sample::connections));
    picture.add("Events delivered a second", "none", false, of(Sample::deliveries));
    picture.add("Threads", "none", false, of(Sample::threads));
    picture.add("Descriptors", "none", false, of(Sample::descriptors));
    picture.write(settings.output().resolve("soak.svg"));
  }

  private List<Series> of(ToDoubleFunction<Sample> figure) {
    return watches.stream().map(watch -> watch.series(figure)).toList();
  }
}
