package com.petstoreapi.realtime.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.realtime.journal.Event;
import com.petstoreapi.realtime.journal.StreamWriter;
import com.petstoreapi.realtime.journal.WriterFigures;
import com.petstoreapi.realtime.support.Drafts;
import com.petstoreapi.realtime.support.MemoryJournal;
import com.petstoreapi.realtime.support.RecordedTracing;
import java.util.List;
import org.junit.jupiter.api.Test;

class FirstDeliveryTest {
  private static final Encoding<String> ENCODING = (event, position) -> event.type();

  private final MemoryJournal journal = new MemoryJournal();
  private final RecordedTracing tracing = new RecordedTracing();
  private final LiveStream stream =
      new LiveStream(
          "s",
          journal,
          new TailBounds(8, 1_000_000),
          Coalescing.none(Runnable::run),
          new DeliveryFigures(System::currentTimeMillis),
          tracing);
  private final Cursor ann = new Cursor(stream, Filter.of("ann"), new Start.Live());
  private final Cursor bob = new Cursor(stream, Filter.of("bob"), new Start.Live());

  @Test
  void itIsOneForAllEventsOfACommitAndAllClients() {
    stream.advance(followed("commit", "a", "b"));
    assertThat(tracing.steps()).containsExactly("FIRST_DELIVERY-1(1)[commit] open");
    write(ann);
    write(bob);
    assertThat(tracing.steps()).containsExactly("FIRST_DELIVERY-1(1)[commit] ended");
  }

  @Test
  void eachCommitHasItsOwn() {
    stream.advance(followed("commit", "a"));
    stream.advance(followed("next", "b"));
    write(ann);
    assertThat(tracing.steps())
        .containsExactly("FIRST_DELIVERY-1(1)[commit] ended", "FIRST_DELIVERY-2(1)[next] ended");
  }

  @Test
  void whatNobodyFollowsHasNone() {
    stream.advance(journal.append("s", Drafts.of("a")));
    write(ann);
    assertThat(tracing.steps()).isEmpty();
  }

  @Test
  void whatIsReplayedFromTheJournalHasNone() {
    StreamWriter elsewhere =
        new StreamWriter(
            "s", journal, events -> {}, Runnable::run, 10, 10, new WriterFigures(), tracing);
    elsewhere.submit(commit -> commit.append(Drafts.of("a"))).join();
    List<Entry> replayed = stream.inJournal(0, 10);
    replayed.forEach(entry -> entry.as(ENCODING));
    assertThat(replayed).extracting(entry -> entry.event().trace()).containsExactly("COMMIT-2");
    assertThat(tracing.steps()).hasSize(2);
  }

  private List<Event> followed(String trace, String... types) {
    for (String type : types) {
      journal.append("s", Drafts.of(type));
    }
    return journal.read("s", stream.head().seq(), 10).stream()
        .map(event -> event.followedBy(trace))
        .toList();
  }

  private static void write(Cursor cursor) {
    cursor.take(10, 1_000).forEach(entry -> entry.as(ENCODING));
  }
}
