package com.petstoreapi.realtime.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.realtime.delivery.DeliveryFigures.Beginning;
import com.petstoreapi.realtime.delivery.DeliveryFigures.Finder;
import com.petstoreapi.realtime.delivery.DeliveryFigures.Source;
import com.petstoreapi.realtime.journal.Event;
import com.petstoreapi.realtime.support.Drafts;
import com.petstoreapi.realtime.support.ManualExecutor;
import com.petstoreapi.realtime.support.MemoryJournal;
import com.petstoreapi.realtime.tracing.Tracing;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DeliveryFiguresTest {
  private static final int TAIL = 8;

  private final AtomicLong now = new AtomicLong(MemoryJournal.NOW.toEpochMilli());
  private final DeliveryFigures figures = new DeliveryFigures(now::get);
  private final MemoryJournal journal = new MemoryJournal();
  private final ManualExecutor writers = new ManualExecutor();
  private final LiveStreams streams =
      new LiveStreams(
          journal,
          new TailBounds(TAIL, 1_000_000),
          new WriterBounds(10, 10),
          writers,
          Coalescing.none(Runnable::run),
          Bell.NONE,
          figures,
          Tracing.OFF);
  private final LiveStream stream = streams.stream("s");

  @Test
  void theLagOfABatchIsThatOfItsOldestEvent() {
    Cursor cursor = cursor("");
    commit(3);
    now.addAndGet(200);
    take(cursor);
    assertThat(figures.lag().count()).isEqualTo(1);
    assertThat(figures.lag().sum()).isEqualTo(0.2);
    assertThat(figures.batches().count()).isEqualTo(1);
    assertThat(figures.batches().sum()).isEqualTo(3);
  }

  /** Else each laptop that wakes would make the service look slow. */
  @Test
  void whatAClientHadMissedBeforeItCameIsNoLag() {
    commit(3);
    now.addAndGet(3_600_000);
    take(cursor("1"));
    assertThat(figures.lag().count()).isZero();
    assertThat(figures.batches().sum()).isEqualTo(2);
  }

  @Test
  void aClockThatIsBehindTheDatabasesMakesNoNegativeLag() {
    Cursor cursor = cursor("");
    commit(1);
    now.addAndGet(-5_000);
    take(cursor);
    assertThat(figures.lag().count()).isEqualTo(1);
    assertThat(figures.lag().sum()).isZero();
  }

  @Test
  void aLookThatFindsNothingIsNoBatch() {
    take(cursor(""));
    assertThat(figures.batches().count()).isZero();
    assertThat(figures.looked().of(Source.TAIL)).isZero();
  }

  @Test
  void tellsTheTailFromTheJournal() {
    commit(TAIL + 4);
    long before = figures.journalReads();
    Cursor cursor = cursor("earliest");
    while (cursor.behind()) {
      take(cursor);
    }
    assertThat(figures.looked().of(Source.TAIL) + figures.looked().of(Source.JOURNAL))
        .isEqualTo(TAIL + 4);
    assertThat(figures.looked().of(Source.JOURNAL)).isGreaterThanOrEqualTo(4);
    assertThat(figures.journalReads()).isGreaterThan(before);
  }

  @Test
  void whoComesBackIsCountedWithHowFarBehindHeIs() {
    commit(12);
    stream.opened(Start.parse("2-" + MemoryJournal.EPOCH));
    stream.opened(Start.parse("12"));
    stream.opened(Start.parse("2-other"));
    assertThat(figures.beginnings().of(Beginning.RESUMED)).isEqualTo(3);
    assertThat(figures.behind().count()).isEqualTo(2);
    assertThat(figures.behind().sum()).isEqualTo(10);
  }

  @Test
  void whoComesForTheFirstTimeIsNotBehind() {
    commit(12);
    stream.opened(Start.parse(""));
    stream.opened(Start.parse("earliest"));
    stream.opened(Start.parse("nonsense"));
    assertThat(figures.beginnings().of(Beginning.LIVE)).isEqualTo(1);
    assertThat(figures.beginnings().of(Beginning.EARLIEST)).isEqualTo(1);
    assertThat(figures.beginnings().of(Beginning.MALFORMED)).isEqualTo(1);
    assertThat(figures.behind().count()).isZero();
  }

  @Test
  void aPositionThatCannotBeReplayedIsCountedByItsReason() {
    cursor("5-nosuch");
    cursor("nonsense");
    assertThat(figures.resets().of(Reset.Reason.UNKNOWN_EPOCH)).isEqualTo(1);
    assertThat(figures.resets().of(Reset.Reason.MALFORMED)).isEqualTo(1);
    assertThat(figures.resets().of(Reset.Reason.EXPIRED)).isZero();
  }

  @Test
  void aNoticeOfAnotherNodeHasItsLag() {
    List<Event> events = journal.append("s", Drafts.many(2));
    now.addAndGet(30);
    streams.heard("s", 2, events);
    assertThat(figures.bellLag().count()).isEqualTo(1);
    assertThat(figures.bellLag().sum()).isEqualTo(0.03);
    assertThat(figures.misses().of(Finder.BELL)).isZero();
  }

  @Test
  void aNoticeThatWasLostIsFoundByTheNext() {
    journal.append("s", Drafts.many(3));
    streams.heard("s", 5, journal.append("s", Drafts.many(2)));
    assertThat(figures.misses().of(Finder.BELL)).isEqualTo(1);
    assertThat(figures.missedEvents().of(Finder.BELL)).isEqualTo(3);
    assertThat(stream.head().seq()).isEqualTo(5);
  }

  @Test
  void aNoticeThatWasLostIsFoundByTheLook() {
    stream.listen(() -> {});
    journal.append("s", Drafts.many(3));
    streams.lookForNews();
    streams.lookForNews();
    assertThat(figures.misses().of(Finder.LOOK)).isEqualTo(1);
    assertThat(figures.missedEvents().of(Finder.LOOK)).isEqualTo(3);
  }

  @Test
  void eachTransactionIsCountedWithItsCommands() {
    streams.writer("s").submit(commit -> commit.append(Drafts.of("one")));
    streams.writer("s").submit(commit -> commit.append(Drafts.of("two")));
    writers.runAll();
    assertThat(streams.commits().commands().count()).isEqualTo(1);
    assertThat(streams.commits().commands().sum()).isEqualTo(2);
    assertThat(streams.commits().duration().count()).isEqualTo(1);
  }

  @Test
  void aTransactionThatCouldNotBeMadeIsNone() {
    journal.setAway(true);
    streams.writer("s").submit(commit -> commit.append(Drafts.of("one")));
    writers.runAll();
    assertThat(streams.commits().duration().count()).isZero();
  }

  private void commit(int events) {
    stream.advance(journal.append("s", Drafts.many(events)));
  }

  private Cursor cursor(String start) {
    return new Cursor(stream, Filter.of("ann"), Start.parse(start));
  }

  private static void take(Cursor cursor) {
    cursor.take(100, 1_000_000);
  }
}
