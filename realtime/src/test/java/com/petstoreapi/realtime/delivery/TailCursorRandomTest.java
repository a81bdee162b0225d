package com.petstoreapi.realtime.delivery;

import com.petstoreapi.realtime.journal.Draft;
import com.petstoreapi.realtime.journal.Event;
import com.petstoreapi.realtime.support.Drafts;
import com.petstoreapi.realtime.support.MemoryJournal;
import com.petstoreapi.realtime.support.Together;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
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
  void theSameHoldsWhileOtherThreadsAppendAndLook(long seed) throws Exception {
    int last = 1_500;
    LiveStream stream = tinyStream(new Random(seed));
    List<RandomClient> clients =
        IntStream.range(0, 3)
            .mapToObj(i -> new RandomClient(stream, new Random(seed * 31 + i)))
            .toList();
    AtomicInteger reading = new AtomicInteger(clients.size());
    Together.run(
        2 + clients.size(),
        thread -> {
          if (thread == 0) {
            appendUpTo(last, stream, new Random(-seed));
          } else if (thread == 1) {
            lookWhile(() -> reading.get() > 0, clients);
          } else {
            readUpTo(last, clients.get(thread - 2), reading);
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

  /** As each connection's pulse does. */
  private static void lookWhile(BooleanSupplier condition, List<RandomClient> clients) {
    while (condition.getAsBoolean()) {
      clients.forEach(RandomClient::behind);
    }
  }

  private void readUpTo(int last, RandomClient client, AtomicInteger reading) {
    try {
      while (client.reached() < last) {
        client.step();
      }
      List<Event> seen =
          journal.all("s").stream().filter(event -> event.seq() <= client.reached()).toList();
      client.assertReceivedAllOf(seen);
    } finally {
      reading.decrementAndGet();
    }
  }
}
