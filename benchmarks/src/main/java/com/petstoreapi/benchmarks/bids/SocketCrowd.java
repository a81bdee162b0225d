package com.petstoreapi.benchmarks.bids;

import com.petstoreapi.benchmarks.load.SocketClient;
import com.petstoreapi.benchmarks.load.SocketSwarm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** People at their sockets, who bid on one auction; each sees what all of them bid. */
final class SocketCrowd implements AutoCloseable, SocketClient.Listener {
  private static final int MOST_IN_FLIGHT = 1 << 20;
  private static final int TYPE = "{\"type\":\"".length();
  private static final int KEY = "{\"type\":\"accepted\",\"key\":\"".length();

  private final SocketSwarm swarm = new SocketSwarm("bidders");
  private final List<SocketClient> people = new ArrayList<>();
  private final long[] since = new long[MOST_IN_FLIGHT];
  private long price;
  private long number;
  private long inFlight;
  private boolean again;
  private Tally tally;
  private CompletableFuture<Result> result;

  /** One socket for each token. */
  SocketCrowd(URI auction, List<String> tokens) {
    tokens.forEach(token -> people.add(swarm.open(auction, token, this)));
  }

  /** Each bids again as soon as he has his answer. */
  Result bid(Duration time) {
    return run(
        () -> {
          again = true;
          people.forEach(person -> bid(person, System.nanoTime()));
          long end = System.nanoTime() + time.toNanos();
          swarm.beat(now -> now < end ? end : stop());
        });
  }

  /** Bids come at a rate, whether those before were answered or not. */
  Result bid(Duration time, double perSecond) {
    long count = (long) (perSecond * time.toNanos() / TimeUnit.SECONDS.toNanos(1));
    return run(
        () -> {
          again = false;
          swarm.beat(new Paced(System.nanoTime(), perSecond, count));
        });
  }

  private Result run(Runnable start) {
    CompletableFuture<Result> done = new CompletableFuture<>();
    swarm.failure().whenComplete((nothing, failure) -> done.completeExceptionally(failure));
    swarm.execute(
        () -> {
          result = done;
          tally = new Tally();
          start.run();
        });
    return done.join();
  }

  private void bid(SocketClient person, long due) {
    number++;
    price++;
    inFlight++;
    since[(int) (number % MOST_IN_FLIGHT)] = due;
    try {
      person.send(
          "{\"type\":\"bid\",\"amount\":%d.%02d,\"key\":\"%d\"}"
              .formatted(price / 100, price % 100, number));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void heard(SocketClient person, byte[] bytes, int from, int to) {
    for (int at = from; at < to - KEY; at++) {
      if (bytes[at] == '{') {
        heard(person, bytes, at);
      }
    }
  }

  private void heard(SocketClient person, byte[] bytes, int at) {
    int type = bytes[at + TYPE] << 16 | bytes[at + TYPE + 1] << 8 | bytes[at + TYPE + 2];
    switch (type) {
      case 'a' << 16 | 'c' << 8 | 'c' -> answered(person, true, number(bytes, at + KEY));
      case 'r' << 16 | 'e' << 8 | 'j' -> answered(person, false, number(bytes, at + KEY));
      case 'b' << 16 | 'i' << 8 | 'd' -> tally.delivered();
      case 'e' << 16 | 'r' << 8 | 'r' -> throw new IllegalStateException("an error was told");
      default -> {
        // snapshots, outbid and what else is of no concern here
      }
    }
  }

  private static long number(byte[] bytes, int from) {
    long value = 0;
    for (int at = from; bytes[at] != '"'; at++) {
      value = value * 10 + bytes[at] - '0';
    }
    return value;
  }

  private void answered(SocketClient person, boolean accepted, long which) {
    inFlight--;
    tally.answered(accepted, since[(int) (which % MOST_IN_FLIGHT)]);
    if (again) {
      bid(person, System.nanoTime());
    } else if (inFlight == 0 && result != null && tally.isOver()) {
      finish();
    }
  }

  private long stop() {
    again = false;
    tally.over();
    return Long.MAX_VALUE;
  }

  private void finish() {
    result.complete(tally.result());
    result = null;
  }

  @Override
  public void left(SocketClient person, int code) {
    throw new IllegalStateException("the server has closed a socket: " + code);
  }

  @Override
  public void close() {
    swarm.close();
  }

  private final class Paced implements SocketSwarm.Beat {
    private final long begin;
    private final double perSecond;
    private final long count;
    private long sent;

    Paced(long begin, double perSecond, long count) {
      this.begin = begin;
      this.perSecond = perSecond;
      this.count = count;
    }

    @Override
    public long at(long now) {
      while (sent < count && due() <= now) {
        bid(people.get((int) (sent % people.size())), due());
        sent++;
      }
      return sent < count ? due() : stop();
    }

    private long due() {
      return begin + (long) (sent * TimeUnit.SECONDS.toNanos(1) / perSecond);
    }
  }
}
