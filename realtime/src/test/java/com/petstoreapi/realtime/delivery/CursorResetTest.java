package com.petstoreapi.realtime.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.realtime.journal.Position;
import com.petstoreapi.realtime.support.Drafts;
import com.petstoreapi.realtime.support.MemoryJournal;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CursorResetTest {
  private static final Position HEAD = new Position(9, MemoryJournal.EPOCH);

  private final MemoryJournal journal = new MemoryJournal();
  private final LiveStream stream =
      new LiveStream("s", journal, new TailBounds(4, 1_000_000), Coalescing.none(Runnable::run));

  @BeforeEach
  void commitNine() {
    stream.advance(journal.append("s", Drafts.many(9)));
  }

  @Test
  void tellsOfAPositionThatIsNone() {
    assertReset(cursor("garbage"), Reset.Reason.MALFORMED, 1);
  }

  @Test
  void tellsOfAnotherLifeOfTheJournal() {
    assertReset(cursor("5-other"), Reset.Reason.UNKNOWN_EPOCH, 1);
  }

  @Test
  void tellsOfAPositionThatNoNodeHasReached() {
    assertReset(cursor("10-k3f9"), Reset.Reason.AHEAD, 1);
    assertReset(cursor("999999999999999999"), Reset.Reason.AHEAD, 1);
  }

  /** A client that comes from a faster node must get nothing twice, and no false alarm. */
  @Test
  void waitsForWhatOnlyAnotherNodeHasHeardOfYet() {
    var unheard = journal.append("s", Drafts.many(2));
    Cursor cursor = cursor("11-k3f9");
    assertThat(cursor.takeReset()).isEmpty();
    assertThat(cursor.behind()).isFalse();
    stream.advance(unheard);
    assertThat(Drain.all(cursor)).isEmpty();
    stream.advance(journal.append("s", Drafts.of("new")));
    assertThat(Drain.all(cursor)).extracting(entry -> entry.event().seq()).containsExactly(12L);
  }

  @Test
  void tellsOfWhatIsNoLongerKept() {
    journal.forgetBefore("s", 4);
    assertReset(cursor("2-k3f9"), Reset.Reason.EXPIRED, 4);
  }

  @Test
  void isNotNeededAsLongAsTheNextEventIsKept() {
    journal.forgetBefore("s", 4);
    Cursor cursor = cursor("3-k3f9");
    assertThat(cursor.takeReset()).isEmpty();
    assertThat(Drain.all(cursor)).hasSize(6);
  }

  @Test
  void tellsAClientThatFellBehindWhatIsKept() {
    Cursor cursor = cursor("2-k3f9");
    journal.forgetBefore("s", 5);
    assertThat(cursor.take(100, 1_000)).isEmpty();
    assertReset(cursor, Reset.Reason.EXPIRED, 5);
  }

  @Test
  void tellsOfAHoleThatTheJournalNoLongerHolds() {
    Cursor cursor = cursor("9-k3f9");
    journal.append("s", Drafts.many(5)); // 10 to 14, not heard of
    journal.forgetBefore("s", 13);
    stream.advance(journal.append("s", Drafts.many(1)));
    assertThat(cursor.take(100, 1_000)).isEmpty();
    assertThat(cursor.takeReset()).get().extracting(Reset::reason).isEqualTo(Reset.Reason.EXPIRED);
    assertThat(cursor.position().seq()).isEqualTo(15);
  }

  @Test
  void isToldOnce() {
    Cursor cursor = cursor("garbage");
    assertThat(cursor.takeReset()).isPresent();
    assertThat(cursor.takeReset()).isEmpty();
  }

  @Test
  void everyReasonHasItsOwnWord() {
    assertThat(Arrays.stream(Reset.Reason.values()).map(Reset.Reason::wire))
        .doesNotHaveDuplicates()
        .allMatch(word -> word.matches("[a-z]+(-[a-z]+)*"));
  }

  private Cursor cursor(String start) {
    return new Cursor(stream, Filter.of("ann"), Start.parse(start));
  }

  /** And goes on live. */
  private void assertReset(Cursor cursor, Reset.Reason reason, long oldest) {
    Position kept = new Position(oldest, MemoryJournal.EPOCH);
    assertThat(cursor.takeReset()).contains(new Reset(reason, kept, HEAD));
    assertThat(cursor.position()).isEqualTo(HEAD);
    assertThat(cursor.behind()).isFalse();
  }
}
