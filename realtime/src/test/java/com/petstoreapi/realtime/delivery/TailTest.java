package com.petstoreapi.realtime.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.petstoreapi.realtime.journal.Audience;
import com.petstoreapi.realtime.journal.Event;
import com.petstoreapi.realtime.support.Drafts;
import com.petstoreapi.realtime.support.MemoryJournal;
import org.junit.jupiter.api.Test;

class TailTest {
  private static final long PLENTY = 1_000_000;

  @Test
  void beginsEmptyAfterTheHead() {
    Tail tail = new Tail(4, PLENTY, 10);
    assertThat(tail.newest()).isEqualTo(10);
    assertThat(tail.size()).isZero();
    assertThat(tail.get(10)).isNull();
  }

  @Test
  void holdsNoMoreEventsThanItMay() {
    Tail tail = filled(4, PLENTY, 10);
    assertThat(tail.size()).isEqualTo(4);
    assertThat(tail.get(6)).isNull();
    assertThat(tail.get(7).event().seq()).isEqualTo(7);
    assertThat(tail.get(10).event().seq()).isEqualTo(10);
    assertThat(tail.get(11)).isNull();
  }

  @Test
  void holdsNoMoreBytesThanItMay() {
    long two = 2 * entry(1).weight();
    Tail tail = filled(1_000, two, 10);
    assertThat(tail.size()).isEqualTo(2);
    assertThat(tail.get(9)).isNotNull();
  }

  @Test
  void holdsTheNewestEvenIfItIsTooHeavy() {
    Tail tail = filled(1_000, 1, 10);
    assertThat(tail.size()).isEqualTo(1);
    assertThat(tail.get(10)).isNotNull();
  }

  @Test
  void hasNoHoles() {
    Tail tail = filled(4, PLENTY, 10);
    assertThatIllegalArgumentException().isThrownBy(() -> tail.append(entry(12)));
    assertThatIllegalArgumentException().isThrownBy(() -> tail.append(entry(10)));
  }

  @Test
  void canBeginAnewFurtherOn() {
    Tail tail = filled(4, PLENTY, 10);
    tail.skipTo(100);
    assertThat(tail.size()).isZero();
    assertThat(tail.get(10)).isNull();
    tail.append(entry(100));
    assertThat(tail.get(100).event().seq()).isEqualTo(100);
    assertThat(tail.size()).isEqualTo(1);
  }

  @Test
  void servesFromTheJournalWhatHasLeftTheRing() {
    MemoryJournal journal = new MemoryJournal();
    LiveStream stream =
        new LiveStream("s", journal, new TailBounds(4, PLENTY), Coalescing.none(Runnable::run));
    Cursor cursor = new Cursor(stream, Filter.of("ann"), Start.parse(""));
    stream.advance(journal.append("s", Drafts.many(20)));
    assertThat(stream.tailSize()).isEqualTo(4);
    assertThat(cursor.take(16, PLENTY)).hasSize(16).first().matches(at -> at.event().seq() == 1);
    assertThat(journal.reads()).isEqualTo(1);
    assertThat(cursor.take(16, PLENTY)).hasSize(4).last().matches(at -> at.event().seq() == 20);
    assertThat(journal.reads()).isEqualTo(1);
  }

  @Test
  void knowsWhomItHoldsNothingFor() {
    Tail tail = new Tail(4, PLENTY, 10);
    assertThat(tail.mayConcern("ann", 10)).isFalse();
    assertThat(tail.mayConcern("ann", 9)).isTrue(); // what came before it begins, it does not know
    tail.append(entry(11, Audience.only("ann")));
    assertThat(tail.mayConcern("ann", 10)).isTrue();
    assertThat(tail.mayConcern("ann", 11)).isFalse();
    assertThat(tail.mayConcern("bob", 10)).isFalse();
    tail.append(entry(12, Audience.EVERYONE));
    assertThat(tail.mayConcern("bob", 11)).isTrue();
    assertThat(tail.mayConcern("bob", 12)).isFalse();
  }

  @Test
  void doesNotSayThatOfWhatHasLeftIt() {
    Tail tail = new Tail(2, PLENTY, 0);
    tail.append(entry(1, Audience.only("ann")));
    for (long seq = 2; seq <= 9; seq++) {
      tail.append(entry(seq, Audience.only("bob")));
    }
    assertThat(tail.mayConcern("ann", 0)).isTrue();
    assertThat(tail.mayConcern("ann", 7)).isFalse();
    tail.skipTo(20);
    assertThat(tail.mayConcern("ann", 9)).isTrue();
    assertThat(tail.mayConcern("ann", 19)).isFalse();
  }

  private static Tail filled(int maxEvents, long maxBytes, int events) {
    Tail tail = new Tail(maxEvents, maxBytes, 0);
    for (int seq = 1; seq <= events; seq++) {
      tail.append(entry(seq));
    }
    return tail;
  }

  private static Entry entry(long seq) {
    return entry(seq, Audience.EVERYONE);
  }

  private static Entry entry(long seq, Audience audience) {
    return new Entry(new Event(seq, MemoryJournal.NOW, "adoption", audience, "rex", "{}"), "k3f9");
  }
}
