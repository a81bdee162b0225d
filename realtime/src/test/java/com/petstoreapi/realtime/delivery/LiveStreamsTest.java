package com.petstoreapi.realtime.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.realtime.journal.Event;
import com.petstoreapi.realtime.journal.Position;
import com.petstoreapi.realtime.support.Drafts;
import com.petstoreapi.realtime.support.ManualExecutor;
import com.petstoreapi.realtime.support.MemoryJournal;
import com.petstoreapi.realtime.support.Together;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LiveStreamsTest {
  private static final Duration AT_ONCE = Duration.ofNanos(-1);

  private final MemoryJournal journal = new MemoryJournal();
  private final ManualExecutor writers = new ManualExecutor();
  private final LiveStreams streams =
      new LiveStreams(
          journal,
          new TailBounds(8, 1_000),
          new WriterBounds(10, 10),
          writers,
          Coalescing.none(Runnable::run));

  @Test
  void everybodySharesTheOneTailOfAStream() throws Exception {
    List<LiveStream> all = Together.run(8, thread -> streams.stream("s"));
    assertThat(new HashSet<>(all)).hasSize(1);
    assertThat(streams.open()).hasSize(1);
  }

  @Test
  void whatIsWrittenIsInTheTailBeforeItIsAnswered() {
    CompletableFuture<Long> head = put("s").thenApply(position -> streams.stream("s").head().seq());
    assertThat(streams.waitingCommands()).isEqualTo(1);
    writers.runAll();
    assertThat(head).isCompletedWithValue(1L);
  }

  @Test
  void aStreamThatNobodyUsesIsLetGoAndOpenedAgain() {
    put("s");
    writers.runAll();
    streams.evictIdle(AT_ONCE);
    assertThat(streams.open()).isEmpty();
    assertThat(streams.stream("s").head()).isEqualTo(new Position(1, MemoryJournal.EPOCH));
  }

  @Test
  void aStreamWithListenersStays() {
    LiveStream stream = streams.stream("s");
    stream.listen(() -> {});
    streams.evictIdle(AT_ONCE);
    assertThat(streams.stream("s")).isSameAs(stream);
  }

  @Test
  void aStreamWithWaitingCommandsStays() {
    put("s");
    streams.evictIdle(AT_ONCE);
    assertThat(streams.open()).hasSize(1);
  }

  @Test
  void aStreamThatWasJustUsedStays() {
    streams.stream("s");
    streams.evictIdle(Duration.ofMinutes(5));
    assertThat(streams.open()).hasSize(1);
  }

  @Test
  void whatIsCommittedHereIsToldToTheOtherNodes() {
    List<String> told = new ArrayList<>();
    LiveStreams node =
        new LiveStreams(
            journal,
            new TailBounds(8, 1_000),
            new WriterBounds(10, 10),
            Runnable::run,
            Coalescing.none(Runnable::run),
            (stream, events) -> told.add(stream + events.get(0).seq() + "+" + events.size()));
    node.writer("s").submit(commit -> commit.append(Drafts.of("a")));
    node.writer("s").submit(commit -> commit.position()); // nothing to tell
    assertThat(told).containsExactly("s1+1");
  }

  @Test
  void whatOtherNodesTellIsTakenInAndHolesBeforeItAreRead() {
    LiveStream stream = streams.stream("s");
    List<Event> lost = journal.append("s", Drafts.of("lost"));
    List<Event> heard = journal.append("s", Drafts.of("heard"));
    streams.heard("s", 2, heard);
    assertThat(stream.head().seq()).isEqualTo(2);
    streams.heard("s", 1, lost); // late
    assertThat(stream.head().seq()).isEqualTo(2);
    journal.append("s", Drafts.of("large"));
    streams.heard("s", 3, List.of());
    assertThat(stream.head().seq()).isEqualTo(3);
    assertThat(stream.tailSize()).isEqualTo(3);
  }

  @Test
  void whatOtherNodesTellOfAStreamThatNobodyHasOpenedOpensNothing() {
    streams.heard("s", 1, journal.append("s", Drafts.of("a")));
    assertThat(streams.open()).isEmpty();
  }

  @Test
  void aLostBellIsMadeUpForByALookWhereSomebodyListens() {
    LiveStream listened = streams.stream("s");
    LiveStream unheard = streams.stream("t");
    AtomicInteger rung = new AtomicInteger();
    listened.listen(rung::incrementAndGet);
    journal.append("s", Drafts.many(3));
    journal.append("t", Drafts.many(3));

    assertThat(streams.lookForNews()).isEqualTo(1);
    assertThat(streams.lookForNews()).isZero();
    assertThat(listened.head().seq()).isEqualTo(3);
    assertThat(unheard.head().seq()).isZero();
    assertThat(rung).hasValue(1);
  }

  @Test
  void nobodyLooksWhereNoOtherProcessWrites() {
    LiveStream listened = streams.stream("s");
    listened.listen(() -> {});
    journal.append("s", Drafts.many(3)); // a commit under way, which may not be on disk yet
    journal.setShared(false);
    assertThat(streams.lookForNews()).isZero();
    assertThat(listened.head().seq()).isZero();
  }

  @Test
  void nobodyLooksWhereNobodyListens() {
    streams.stream("s");
    journal.setAway(true);
    assertThat(streams.lookForNews()).isZero();
  }

  private CompletableFuture<Position> put(String stream) {
    return streams.writer(stream).submit(commit -> commit.append(Drafts.of("a")));
  }
}
