package com.petstoreapi.realtime.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.support.Drafts;
import com.petstoreapi.realtime.support.MemoryJournal;
import com.petstoreapi.realtime.support.Seeds;
import com.petstoreapi.realtime.support.Together;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StreamWriterStressTest {
  private static final int THREADS = 8;
  private static final int COMMANDS = 400;

  private final MemoryJournal journal = new MemoryJournal();
  private final List<Long> told = Collections.synchronizedList(new ArrayList<>());
  private final Queue<String> accepted = new ConcurrentLinkedQueue<>();
  private final Queue<String> refused = new ConcurrentLinkedQueue<>();
  private final ExecutorService pool = Executors.newFixedThreadPool(4);

  @AfterEach
  void stop() {
    pool.shutdownNow();
  }

  @Test
  void everyCommandIsAnsweredOnceAndWhatWasAcceptedIsInTheJournalOnce() throws Exception {
    submitFromAllThreads(new StreamWriter("s", journal, this::tell, pool, 7, 100));
    assertAnsweredAsCommitted();
  }

  @Test
  void nobodyIsForgottenWhenTheExecutorRefusesNowAndThen() throws Exception {
    Executor moody =
        task -> {
          if (ThreadLocalRandom.current().nextInt(3) == 0) {
            Thread.yield(); // gives others the time to rely on this runner
            throw new RejectedExecutionException("not now");
          }
          pool.execute(task);
        };
    submitFromAllThreads(new StreamWriter("s", journal, this::tell, moody, 7, 100));
    assertAnsweredAsCommitted();
  }

  private void submitFromAllThreads(StreamWriter writer) throws Exception {
    List<List<CompletableFuture<?>>> answers =
        Together.run(
            THREADS,
            thread -> {
              Random random = new Random(Seeds.one() * THREADS + thread);
              List<CompletableFuture<?>> mine = new ArrayList<>();
              for (int i = 0; i < COMMANDS; i++) {
                mine.add(submit(writer, thread + "/" + i, random.nextInt(20)));
              }
              return mine;
            });
    for (List<CompletableFuture<?>> mine : answers) {
      CompletableFuture.allOf(mine.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS);
    }
  }

  private CompletableFuture<?> submit(StreamWriter writer, String name, int dice) {
    Command<Position> command =
        commit -> {
          Position position = commit.append(Drafts.of(name));
          if (dice == 0) {
            throw new SQLException("poison");
          } else if (dice < 4) {
            throw Refusal.invalid("no");
          }
          return position;
        };
    return writer
        .submit(command)
        .handle((answer, failure) -> (failure == null ? accepted : refused).add(name));
  }

  private void assertAnsweredAsCommitted() {
    List<Event> events = journal.all("s");
    assertThat(accepted.size() + refused.size()).isEqualTo(THREADS * COMMANDS);
    assertThat(accepted).isNotEmpty();
    assertThat(events)
        .extracting(Event::data)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(accepted);
    assertThat(told).containsExactlyElementsOf(events.stream().map(Event::seq).toList());
  }

  private void tell(List<Event> events) {
    events.forEach(event -> told.add(event.seq()));
  }
}
