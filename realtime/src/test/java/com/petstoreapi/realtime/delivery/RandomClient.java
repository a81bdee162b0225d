package com.petstoreapi.realtime.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.realtime.journal.Event;
import com.petstoreapi.realtime.journal.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** A client that reads in odd portions, loses its connection and comes back where it was. */
final class RandomClient {
  private static final List<Set<String>> TYPES =
      List.of(Set.of(), Set.of("adoption"), Set.of("adoption", "price"));
  private static final List<Set<String>> PETS = List.of(Set.of(), Set.of("rex", "kit"));
  private static final List<String> USERS = List.of("ann", "bob", "");

  private final LiveStream stream;
  private final Random random;
  private final Filter filter;
  private final List<Event> received = new ArrayList<>();
  private final long start;
  private volatile Cursor cursor;
  private Position lastReceived;

  RandomClient(LiveStream stream, Random random) {
    this.stream = stream;
    this.random = random;
    this.filter = new Filter(pick(USERS), pick(TYPES), pick(PETS));
    this.cursor = new Cursor(stream, filter, random.nextBoolean() ? live() : new Start.Earliest());
    this.lastReceived = cursor.position();
    this.start = lastReceived.seq();
  }

  void step() {
    int dice = random.nextInt(10);
    if (dice == 0) {
      cursor = new Cursor(stream, filter, Start.parse(lastReceived.toString()));
    } else if (dice == 1) {
      cursor = new Cursor(stream, filter, Start.parse(cursor.position().toString())); // heartbeat
    } else {
      take(1 + random.nextInt(10), 1 + random.nextInt(600));
    }
    assertThat(cursor.takeReset()).isEmpty();
  }

  void catchUp() {
    while (behind()) {
      take(10, 1_000);
    }
  }

  boolean behind() {
    return cursor.behind();
  }

  long reached() {
    return cursor.position().seq();
  }

  /** Nothing lost, nothing doubled, nothing in another order. */
  void assertReceivedAllOf(List<Event> journal) {
    List<Event> expected =
        journal.stream().filter(event -> event.seq() > start && filter.admits(event)).toList();
    assertThat(received).isEqualTo(expected);
  }

  private void take(int maxEvents, long maxWeight) {
    List<Entry> entries = cursor.take(maxEvents, maxWeight);
    assertThat(entries).hasSizeLessThanOrEqualTo(maxEvents);
    for (Entry entry : entries) {
      received.add(entry.event());
      lastReceived = entry.position();
    }
  }

  private static Start live() {
    return new Start.Live();
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
