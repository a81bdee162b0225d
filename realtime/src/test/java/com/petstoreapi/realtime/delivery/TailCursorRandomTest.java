package com.petstoreapi.realtime.delivery;

import com.petstoreapi.realtime.journal.Draft;
import com.petstoreapi.realtime.journal.Event;
import com.petstoreapi.realtime.support.Drafts;
import com.petstoreapi.realtime.support.MemoryJournal;
import com.petstoreapi.realtime.support.Together;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TailCursorRandomTest {
  private static final int STEPS = 2_000;
  private static final int CLIENTS = 6;

  private final MemoryJournal journal = new MemoryJournal();

  @ParameterizedTest
  @MethodSource("com.petstoreapi.realtime.support.Seeds#all")
  void everyClientGetsEverythingItMaySeeOnceAndInOrder(long seed) {
    Random random = new Random(seed);
    LiveStream stream = tinyStream(random);
    List<RandomClient> clients =
        Stream.generate(() -> new RandomClient(stream, random)).limit(CLIENTS).toList();
    for (int step = 0; step < STEPS; step++) {
      if (random.nextInt(4) == 0) {
        commit(stream, random);
      } else {
        clients.get(random.nextInt(CLIENTS)).step();
      }
    }
    stream.advance(journal.append("s", Drafts.of("last")));
    clients.forEach(RandomClient::catchUp);
    clients.forEach(client -> client.assertReceivedAllOf(journal.all("s")));
  }

  @ParameterizedTest
  @MethodSource("com.petstoreapi.realtime.support.Seeds#all")
  void theSameHoldsWhileAnotherThreadAppends(long seed) throws Exception {
    int last = 1_500;
    LiveStream stream = tinyStream(new Random(seed));
    Together.run(
        4,
        thread -> {
          Random random = new Random(seed * 31 + thread);
          if (thread == 0) {
            appendUpTo(last, stream, random);
          } else {
            readUpTo(last, new RandomClient(stream, random));
          }
          return null;
        });
  }

  private LiveStream tinyStream(Random random) {
    TailBounds bounds = new TailBounds(1 + random.nextInt(12), 500 + random.nextInt(5_000));
    return new LiveStream("s", journal, bounds, Coalescing.none(Runnable::run));
  }

  /** The bell may be lost, or rung twice. */
  private void commit(LiveStream stream, Random random) {
    Draft[] drafts =
        Stream.generate(() -> Drafts.random(random))
            .limit(1 + random.nextInt(8))
            .toArray(Draft[]::new);
    List<Event> events = journal.append("s", drafts);
    for (int rings = random.nextInt(3); rings > 0; rings--) {
      stream.advance(events);
    }
  }

  private void appendUpTo(int last, LiveStream stream, Random random) {
    while (stream.head().seq() < last) {
      commit(stream, random);
    }
  }

  private void readUpTo(int last, RandomClient client) {
    while (client.reached() < last) {
      client.step();
    }
    List<Event> seen =
        journal.all("s").stream().filter(event -> event.seq() <= client.reached()).toList();
    client.assertReceivedAllOf(seen);
  }
}
