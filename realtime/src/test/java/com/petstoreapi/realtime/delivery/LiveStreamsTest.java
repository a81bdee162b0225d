package com.petstoreapi.realtime.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.realtime.journal.Position;
import com.petstoreapi.realtime.support.Drafts;
import com.petstoreapi.realtime.support.ManualExecutor;
import com.petstoreapi.realtime.support.MemoryJournal;
import com.petstoreapi.realtime.support.Together;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LiveStreamsTest {
  private static final Duration AT_ONCE = Duration.ofNanos(-1);

  private final MemoryJournal journal = new MemoryJournal();
  private final ManualExecutor writers = new ManualExecutor();
  private final LiveStreams streams =
      new LiveStreams(
          journal, new TailBounds(8, 1_000), new WriterBounds(10, 10), writers, Runnable::run);

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

  private CompletableFuture<Position> put(String stream) {
    return streams.writer(stream).submit(commit -> commit.append(Drafts.of("a")));
  }
}
