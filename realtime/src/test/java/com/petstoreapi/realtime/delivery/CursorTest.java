package com.petstoreapi.realtime.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.realtime.journal.Position;
import com.petstoreapi.realtime.support.Drafts;
import com.petstoreapi.realtime.support.MemoryJournal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CursorTest {
  private static final long PLENTY = 1_000_000;

  private final MemoryJournal journal = new MemoryJournal();
  private final LiveStream stream =
      new LiveStream("s", journal, new TailBounds(4, PLENTY), Coalescing.none(Runnable::run));

  @Test
  void isLiveAtTheHead() {
    commit(3);
    Cursor cursor = cursor("");
    commit(1);
    assertThat(seqs(cursor)).containsExactly(4L);
    assertThat(cursor.behind()).isFalse();
  }

  @Test
  void goesOnAfterAPosition() {
    commit(3);
    assertThat(seqs(cursor("1-k3f9"))).containsExactly(2L, 3L);
  }

  @Test
  void takesABareNumberForOneOfThisEpoch() {
    commit(3);
    Cursor cursor = cursor("1");
    assertThat(seqs(cursor)).containsExactly(2L, 3L);
    assertThat(cursor.position()).hasToString("3-k3f9");
  }

  @Test
  void goesOnAtTheHeadWithoutAsking() {
    commit(3);
    Cursor cursor = cursor("3-k3f9");
    assertThat(cursor.takeReset()).isEmpty();
    assertThat(cursor.behind()).isFalse();
    assertThat(seqs(cursor)).isEmpty();
  }

  @Test
  void beginsWithTheOldestThatIsKept() {
    commit(9);
    journal.forgetBefore("s", 3);
    Cursor cursor = cursor("earliest");
    assertThat(cursor.takeReset()).isEmpty();
    assertThat(seqs(cursor)).containsExactly(3L, 4L, 5L, 6L, 7L, 8L, 9L);
  }

  @Test
  void beginsWithTheFirstOfAnEmptyStream() {
    Cursor cursor = cursor("earliest");
    commit(2);
    assertThat(seqs(cursor)).containsExactly(1L, 2L);
  }

  @Test
  void letsThroughOnlyWhatWasAskedFor() {
    Filter filter = new Filter("ann", Set.of("adoption", "price"), Set.of("rex"));
    Cursor cursor = new Cursor(stream, filter, new Start.Live());
    stream.advance(
        journal.append(
            "s",
            Drafts.of("adoption", "rex"),
            Drafts.of("adoption", "tom"),
            Drafts.of("status-change", "rex"),
            Drafts.of("price", "rex")));
    assertThat(seqs(cursor)).containsExactly(1L, 4L);
  }

  @Test
  void keepsWhatIsPrivateFromOthers() {
    Cursor ann = new Cursor(stream, Filter.of("ann"), new Start.Live());
    Cursor bob = new Cursor(stream, Filter.of("bob"), new Start.Live());
    Cursor nobody = new Cursor(stream, Filter.of(""), new Start.Live());
    stream.advance(journal.append("s", Drafts.only("ann"), Drafts.only("bob"), Drafts.of("all")));
    assertThat(seqs(ann)).containsExactly(1L, 3L);
    assertThat(seqs(bob)).containsExactly(2L, 3L);
    assertThat(seqs(nobody)).containsExactly(3L);
  }

  /** What a heartbeat tells an idle client, so that it need not replay what was not for it. */
  @Test
  void movesPastWhatDidNotPassTheFilter() {
    Cursor bob = new Cursor(stream, Filter.of("bob"), new Start.Live());
    stream.advance(journal.append("s", Drafts.only("ann"), Drafts.only("ann")));
    assertThat(seqs(bob)).isEmpty();
    assertThat(bob.position()).isEqualTo(new Position(2, "k3f9"));
    assertThat(bob.behind()).isFalse();
  }

  /** Else each private event would wake everybody once: at the next pulse. */
  @Test
  void isNotBehindForWhatIsPrivateToOthers() {
    Cursor bob = new Cursor(stream, Filter.of("bob"), new Start.Live());
    for (int i = 0; i < 9; i++) { // twice what the tail holds
      stream.advance(journal.append("s", Drafts.only("ann")));
      assertThat(bob.behind()).isFalse();
    }
    assertThat(bob.position()).isEqualTo(new Position(9, "k3f9"));
    stream.advance(journal.append("s", Drafts.only("bob"), Drafts.only("ann")));
    assertThat(bob.behind()).isTrue();
    assertThat(seqs(bob)).containsExactly(10L);
  }

  @Test
  void takesNoMoreEventsThanAskedFor() {
    Cursor cursor = cursor("");
    commit(9);
    assertThat(cursor.take(2, PLENTY)).hasSize(2);
    assertThat(cursor.behind()).isTrue();
    assertThat(seqs(cursor)).containsExactly(3L, 4L, 5L, 6L, 7L, 8L, 9L);
  }

  @Test
  void takesOneEventHoweverHeavy() {
    Cursor cursor = cursor("");
    commit(2);
    assertThat(cursor.take(10, 1)).hasSize(1);
    assertThat(cursor.take(10, 1)).hasSize(1);
  }

  @Test
  void findsAHoleInWhatItIsToldInTheJournal() {
    Cursor cursor = cursor("");
    journal.append("s", Drafts.many(3)); // the bell for these was lost
    commit(1);
    assertThat(seqs(cursor)).containsExactly(1L, 2L, 3L, 4L);
    assertThat(cursor.takeReset()).isEmpty();
  }

  @Test
  void takesNothingFromTheJournalBeyondTheHeadThatIsKnownHere() {
    commit(9);
    journal.append("s", Drafts.many(3)); // a commit under way
    assertThat(seqs(cursor("0"))).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
  }

  private void commit(int events) {
    stream.advance(journal.append("s", Drafts.many(events)));
  }

  private Cursor cursor(String start) {
    return new Cursor(stream, Filter.of("ann"), Start.parse(start));
  }

  private static List<Long> seqs(Cursor cursor) {
    return Drain.all(cursor).stream().map(entry -> entry.event().seq()).toList();
  }
}
