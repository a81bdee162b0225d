package com.petstoreapi.realtime.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.petstoreapi.realtime.journal.Event;
import com.petstoreapi.realtime.journal.JournalUnavailable;
import com.petstoreapi.realtime.support.Drafts;
import com.petstoreapi.realtime.support.ManualExecutor;
import com.petstoreapi.realtime.support.MemoryJournal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class LiveStreamTest {
  private final MemoryJournal journal = new MemoryJournal();
  private final ManualExecutor bell = new ManualExecutor();
  private final LiveStream stream =
      new LiveStream("s", journal, new TailBounds(8, 1_000_000), Coalescing.none(bell));
  private final List<Long> heard = new ArrayList<>();
  private final Runnable listener = () -> heard.add(stream.head().seq());

  @Test
  void beginsAtTheHeadOfTheJournal() {
    journal.append("other", Drafts.many(3));
    LiveStream other =
        new LiveStream("other", journal, new TailBounds(8, 1_000), Coalescing.none(bell));
    assertThat(other.head()).hasToString("3-k3f9");
    assertThat(stream.head()).hasToString("0-k3f9");
  }

  @Test
  void wakesListenersAfterTheHeadHasMoved() {
    stream.listen(listener);
    commit(2);
    assertThat(heard).isEmpty(); // not on the committing thread
    bell.runAll();
    assertThat(heard).containsExactly(2L);
  }

  @Test
  void ringsOnceForManyMovesThatComeTogether() {
    stream.listen(listener);
    commit(1);
    commit(1);
    commit(1);
    bell.runAll();
    assertThat(heard).containsExactly(3L);
  }

  /** The last move must be heard of, even if it comes while the bell rings. */
  @Test
  void ringsAgainForAMoveDuringTheRinging() {
    stream.listen(
        () -> {
          if (stream.head().seq() < 3) {
            commit(1);
          }
        });
    stream.listen(listener);
    commit(1);
    bell.runAll();
    assertThat(heard).last().isEqualTo(3L);
  }

  @Test
  void oneListenerThatFailsKeepsTheBellFromNobody() {
    for (int i = 0; i < 10; i++) {
      stream.listen(
          () -> {
            throw new IllegalStateException("broken");
          });
    }
    stream.listen(listener);
    commit(1);
    bell.runAll();
    assertThat(heard).containsExactly(1L);
  }

  @Test
  void isNotSilentForEverAfterTheBellWasRefusedOnce() {
    stream.listen(listener);
    bell.setRefusing(true);
    assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> commit(1));
    bell.setRefusing(false);
    commit(1);
    bell.runAll();
    assertThat(heard).containsExactly(2L);
  }

  /** Nobody had listened here while it was told, and it was not kept for long. */
  @Test
  void passesOverAHoleOfWhichNothingIsKept() {
    journal.append("s", Drafts.many(5));
    journal.forgetBefore("s", 6);
    stream.catchUp(5);
    assertThat(stream.head().seq()).isEqualTo(5);
    commit(1);
    assertThat(stream.head().seq()).isEqualTo(6);
    assertThat(stream.inTail(6)).isNotNull();
  }

  @Test
  void tellsWhomTheNewEventsAreFor() {
    List<Audiences> told = new ArrayList<>();
    AudienceListener ear = told::add;
    stream.listen(ear);
    stream.advance(journal.append("s", Drafts.only("ann")));
    bell.runAll();
    assertThat(told).containsExactly(new Audiences(Set.of("ann")));
    stream.unlisten(ear);
    commit(1);
    bell.runAll();
    assertThat(told).hasSize(1);
  }

  @Test
  void forgetsWhoListensNoMore() {
    stream.listen(listener);
    assertThat(stream.listeners()).isEqualTo(1);
    stream.unlisten(listener);
    commit(1);
    bell.runAll();
    assertThat(heard).isEmpty();
    assertThat(stream.listeners()).isZero();
  }

  @Test
  void passesOverWhatItHasAlready() {
    List<Event> first = journal.append("s", Drafts.many(2));
    List<Event> second = journal.append("s", Drafts.many(2));
    stream.advance(second);
    stream.advance(first);
    stream.advance(second);
    assertThat(stream.head().seq()).isEqualTo(4);
    assertThat(stream.tailSize()).isEqualTo(4);
  }

  @Test
  void fillsALongHolePageByPage() {
    journal.append("s", Drafts.many(2_500));
    commit(1);
    assertThat(stream.head().seq()).isEqualTo(2_501);
    assertThat(journal.reads()).isEqualTo(3);
  }

  @Test
  void staysWhereItIsWhenAHoleCannotBeFilledAndFillsItLater() {
    journal.append("s", Drafts.many(2));
    List<Event> third = journal.append("s", Drafts.of("third"));
    journal.setAway(true);
    assertThatExceptionOfType(JournalUnavailable.class).isThrownBy(() -> stream.advance(third));
    assertThat(stream.head().seq()).isZero();
    journal.setAway(false);
    stream.advance(third);
    assertThat(stream.head().seq()).isEqualTo(3);
  }

  @Test
  void tellsForHowLongTheNextEventHasBeenThere() {
    long before = System.nanoTime();
    commit(1);
    long after = System.nanoTime();
    assertThat(stream.waitingFor(0, before + 5_000)).isBetween(0L, 5_000L);
    assertThat(stream.waitingFor(0, after + 5_000)).isBetween(5_000L, 5_000 + after - before);
    assertThat(stream.waitingFor(1, after + 5_000)).isZero();
  }

  @Test
  void takesTheOldestThatItHasForOneThatIsGone() {
    commit(20);
    assertThat(stream.oldestInTail()).isEqualTo(13);
    assertThat(stream.waitingFor(3, System.nanoTime() + 5_000)).isGreaterThanOrEqualTo(5_000);
    assertThat(stream.tailBytes()).isBetween(8 * 256L, 8 * 400L);
  }

  @Test
  void isNotMovedByNothing() {
    stream.advance(List.of());
    assertThat(bell.waiting()).isZero();
  }

  private void commit(int events) {
    stream.advance(journal.append("s", Drafts.many(events)));
  }
}
