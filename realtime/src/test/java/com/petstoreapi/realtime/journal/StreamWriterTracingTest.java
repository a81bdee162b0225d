package com.petstoreapi.realtime.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.support.Drafts;
import com.petstoreapi.realtime.support.ManualExecutor;
import com.petstoreapi.realtime.support.MemoryJournal;
import com.petstoreapi.realtime.support.RecordedTracing;
import com.petstoreapi.realtime.tracing.Tracing;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamWriterTracingTest {
  private final MemoryJournal journal = new MemoryJournal();
  private final ManualExecutor executor = new ManualExecutor();
  private final RecordedTracing tracing = new RecordedTracing();
  private final List<Event> told = new ArrayList<>();

  @Test
  void aCommitFollowsAllItsCommandsAndItsEventsBearItsTrace() {
    StreamWriter writer = writer(tracing);
    writer.submit(commit -> commit.append(Drafts.of("a")));
    writer.submit(commit -> commit.append(Drafts.of("b")));
    executor.runAll();
    assertThat(tracing.steps())
        .containsExactly(
            "COMMAND-1(1)[] ended",
            "COMMAND-2(1)[] ended",
            "COMMIT-3(2)[COMMAND-1, COMMAND-2] ended");
    assertThat(told).extracting(Event::trace).containsExactly("COMMIT-3", "COMMIT-3");
  }

  @Test
  void whatIsRefusedHasEndedAsItShould() {
    writer(tracing)
        .submit(
            commit -> {
              throw Refusal.invalid("no");
            });
    executor.runAll();
    assertThat(tracing.steps())
        .containsExactly("COMMAND-1(1)[] ended", "COMMIT-2(1)[COMMAND-1] ended");
  }

  @Test
  void whatCannotBeWrittenHasFailed() {
    writer(tracing).submit(commit -> commit.append(Drafts.of("a")));
    journal.setAway(true);
    executor.runAll();
    assertThat(tracing.steps())
        .containsExactly("COMMAND-1(1)[] failed", "COMMIT-2(1)[COMMAND-1] failed");
  }

  @Test
  void whenNobodyFollowsEventsBearNothing() {
    writer(Tracing.OFF).submit(commit -> commit.append(Drafts.of("a")));
    executor.runAll();
    assertThat(told).extracting(Event::trace).containsExactly("");
  }

  private StreamWriter writer(Tracing follower) {
    return new StreamWriter(
        "s", journal, told::addAll, executor, 10, 10, new WriterFigures(), follower);
  }
}
