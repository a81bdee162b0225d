package com.petstoreapi.realtime.journal.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.realtime.journal.Audience;
import com.petstoreapi.realtime.journal.Commit;
import com.petstoreapi.realtime.journal.Draft;
import com.petstoreapi.realtime.journal.Event;
import com.petstoreapi.realtime.journal.Head;
import com.petstoreapi.realtime.journal.Journal;
import com.petstoreapi.realtime.journal.Position;
import com.petstoreapi.realtime.journal.StreamWriter;
import com.petstoreapi.realtime.support.Drafts;
import com.petstoreapi.realtime.support.Together;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What holds when two nodes write at once. */
abstract class ConcurrentJournalContract extends JournalContract {
  private static final int THREADS = 6;
  private static final int APPENDS = 30;

  private final List<Journal> nodes = List.of(node(), node());

  @Test
  void twoNodesThatBeginAStreamAtOnceBeginTheSame() throws Exception {
    for (int round = 0; round < 20; round++) {
      String fresh = stream + round;
      List<Head> heads = Together.run(THREADS, thread -> nodes.get(thread % 2).open(fresh));
      assertThat(new HashSet<>(heads)).hasSize(1);
    }
  }

  @Test
  void twoNodesThatAppendToAStreamThatIsNotThereBothSucceed() throws Exception {
    for (int round = 0; round < 20; round++) {
      String fresh = stream + round;
      Together.run(2, thread -> nodes.get(thread).append(fresh, this::appendOne));
      assertThat(nodes.get(0).read(fresh, 0, 10)).extracting(Event::seq).containsExactly(1L, 2L);
    }
  }

  @Test
  void numbersHaveNoGapsAndTheClockFollowsThem() throws Exception {
    Together.run(
        THREADS,
        thread -> {
          for (int i = 0; i < APPENDS; i++) {
            appendOneOrTwo(nodes.get(thread % 2), i);
          }
          return null;
        });
    List<Event> events = nodes.get(0).read(stream, 0, 1_000);
    assertThat(events).hasSize(THREADS * APPENDS * 3 / 2);
    assertThat(events).extracting(Event::seq).containsExactlyElementsOf(upTo(events.size()));
    assertThat(events).extracting(Event::at).isSortedAccordingTo(Instant::compareTo);
    assertThat(nodes.get(1).open(stream).seq()).isEqualTo(events.size());
  }

  /** Who polls never sees a number before all smaller ones: their order is the order of commits. */
  @Test
  void aReaderNeverSeesANumberBeforeASmallerOne() throws Exception {
    nodes.get(0).open(stream);
    List<List<Long>> seen =
        Together.run(
            4,
            thread -> {
              if (thread > 0) {
                for (int i = 0; i < APPENDS; i++) {
                  nodes.get(thread % 2).append(stream, this::appendOne);
                }
                return upTo(3 * APPENDS);
              }
              List<Long> numbers = new ArrayList<>();
              while (numbers.size() < 3 * APPENDS) {
                nodes.get(0).read(stream, numbers.size(), 10).forEach(e -> numbers.add(e.seq()));
              }
              return numbers;
            });
    assertThat(seen.get(0)).containsExactlyElementsOf(upTo(3 * APPENDS));
  }

  @Test
  void aCommandThatTheDatabaseRefusesFailsAloneOnBothNodes() throws Exception {
    List<List<CompletableFuture<Position>>> answers =
        Together.run(2, thread -> submitThree(nodes.get(thread)));
    int failed = 0;
    for (List<CompletableFuture<Position>> three : answers) {
      for (CompletableFuture<Position> answer : three) {
        failed += answer.handle((at, e) -> e == null ? 0 : 1).get(30, TimeUnit.SECONDS);
      }
    }
    assertThat(failed).isEqualTo(1); // of two with the same source
    assertThat(nodes.get(0).read(stream, 0, 10))
        .extracting(Event::seq)
        .containsExactly(1L, 2L, 3L, 4L, 5L);
  }

  private List<CompletableFuture<Position>> submitThree(Journal node) {
    List<Runnable> tasks = new ArrayList<>();
    StreamWriter writer = new StreamWriter(stream, node, events -> {}, tasks::add, 10, 10);
    Draft once = new Draft("adoption", Audience.EVERYONE, "rex", "{}", "auction-7");
    List<CompletableFuture<Position>> answers =
        List.of(
            writer.submit(commit -> commit.append(Drafts.of("a"))),
            writer.submit(commit -> commit.append(once)),
            writer.submit(commit -> commit.append(Drafts.of("b"))));
    tasks.forEach(Runnable::run);
    return answers;
  }

  private void appendOneOrTwo(Journal node, int i) {
    node.append(
        stream,
        commit -> {
          commit.append(Drafts.of("first"));
          if (i % 2 == 0) {
            commit.append(Drafts.of("second"));
          }
        });
  }

  private void appendOne(Commit commit) {
    commit.append(Drafts.of("one"));
  }

  private static List<Long> upTo(long last) {
    return LongStream.rangeClosed(1, last).boxed().toList();
  }
}
