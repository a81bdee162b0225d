package com.petstoreapi.realtime.journal.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.realtime.delivery.Coalescing;
import com.petstoreapi.realtime.delivery.Cursor;
import com.petstoreapi.realtime.delivery.Entry;
import com.petstoreapi.realtime.delivery.Filter;
import com.petstoreapi.realtime.delivery.LiveStreams;
import com.petstoreapi.realtime.delivery.Reset;
import com.petstoreapi.realtime.delivery.Start;
import com.petstoreapi.realtime.delivery.TailBounds;
import com.petstoreapi.realtime.delivery.WriterBounds;
import com.petstoreapi.realtime.journal.Event;
import com.petstoreapi.realtime.journal.Head;
import com.petstoreapi.realtime.journal.Position;
import com.petstoreapi.realtime.support.Drafts;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds for the journal when old events go. */
abstract class RetentionContract extends ConcurrentJournalContract {
  private static final Duration A_WEEK = Duration.ofDays(7);
  private static final long ALL = Integer.MAX_VALUE;

  private JdbcRetention retention() {
    return new JdbcRetention(new JdbcTransactions(database()));
  }

  @Test
  void whatIsTooOldGoesInPiecesAndTheRestStays() throws SQLException {
    append(25);
    makeOld(20);

    assertThat(retention().forget(stream, A_WEEK, ALL, 8)).isEqualTo(8);
    assertThat(numbers()).startsWith(9L).hasSize(17);
    assertThat(retention().forget(stream, A_WEEK, ALL, 8)).isEqualTo(8);
    assertThat(retention().forget(stream, A_WEEK, ALL, 8)).isEqualTo(4);
    assertThat(retention().forget(stream, A_WEEK, ALL, 8)).isZero();
    assertThat(numbers()).containsExactly(21L, 22L, 23L, 24L, 25L);
    assertThat(node().head(stream).map(Head::oldest)).contains(21L);
  }

  @Test
  void soManyOfTheNewestStay() {
    append(25);

    assertThat(retention().forget(stream, A_WEEK, 10, 100)).isEqualTo(15);
    assertThat(numbers()).startsWith(16L).hasSize(10);
  }

  @Test
  void numbersGoOnWhenAllHaveGone() throws SQLException {
    append(3);
    makeOld(3);

    assertThat(retention().forget(stream, A_WEEK, ALL, 100)).isEqualTo(3);
    assertThat(node().head(stream)).hasValueSatisfying(head -> assertEmptyAfter(head, 3));
    assertThat(retention().streams("", 1_000)).doesNotContain(stream);
    append(1);
    assertThat(numbers()).containsExactly(4L);
    assertThat(retention().streams("", 1_000)).contains(stream);
  }

  @Test
  void streamsAreGoneThroughByTheirNames() {
    List<String> names = List.of(stream + "-a", stream + "-b", stream + "-c");
    names.forEach(name -> node().append(name, commit -> commit.append(Drafts.of("x"))));

    assertThat(retention().streams(stream, 2)).containsExactlyElementsOf(names.subList(0, 2));
    assertThat(retention().streams(names.get(1), 1)).containsExactly(names.get(2));
  }

  /** Its client was asleep, or reads slowly. */
  @Test
  void aCursorThatWouldNeedThemIsResetAndGoesOnLive() throws SQLException {
    append(600);
    LiveStreams streams = streams();
    Cursor cursor = new Cursor(streams.stream(stream), Filter.of("ann"), new Start.Earliest());
    assertThat(cursor.take(10, 1_000_000)).hasSize(10);
    makeOld(300);
    while (retention().forget(stream, A_WEEK, ALL, 100) > 0) {
      // until nothing is left
    }

    assertThat(cursor.take(1_000, 1_000_000)).isEmpty();
    Reset reset = cursor.takeReset().orElseThrow();
    assertThat(reset.reason()).isEqualTo(Reset.Reason.EXPIRED);
    assertThat(reset.oldest().seq()).isEqualTo(301);
    assertThat(reset.head().seq()).isEqualTo(600);
    streams.stream(stream).advance(append(1));
    assertThat(cursor.take(10, 1_000_000)).extracting(Entry::position).containsExactly(at(601));
  }

  /** Retention runs while clients come and go: each gets all after its place, or a reset. */
  @Test
  void noCursorEverPassesOverWhatHasGone() throws SQLException {
    append(400);
    LiveStreams streams = streams();
    List<Cursor> cursors = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      Start start = new Start.After(at(10L * i));
      cursors.add(new Cursor(streams.stream(stream), Filter.of("ann"), start));
    }
    for (int gone = 0; gone <= 400; gone += 25) {
      makeOld(gone);
      retention().forget(stream, A_WEEK, ALL, 100);
      cursors.forEach(RetentionContract::takeAFew);
    }
  }

  private static void takeAFew(Cursor cursor) {
    long place = cursor.position().seq();
    for (Entry entry : cursor.take(5, 1_000_000)) {
      assertThat(entry.position().seq()).isEqualTo(++place);
    }
    boolean reset = cursor.takeReset().isPresent();
    assertThat(cursor.position().seq()).isEqualTo(reset ? 400 : place);
  }

  private static void assertEmptyAfter(Head head, long last) {
    assertThat(head.seq()).isEqualTo(last);
    assertThat(head.oldest()).isEqualTo(last + 1);
  }

  /** With no tail to speak of, so that cursors read the journal. */
  private LiveStreams streams() {
    return new LiveStreams(
        node(),
        new TailBounds(2, 1_000),
        new WriterBounds(10, 10),
        Runnable::run,
        Coalescing.none(Runnable::run));
  }

  private List<Event> append(int count) {
    return node()
        .append(
            stream,
            commit -> {
              for (int i = 0; i < count; i++) {
                commit.append(Drafts.of("event"));
              }
            });
  }

  private List<Long> numbers() {
    return node().read(stream, 0, 1_000).stream().map(Event::seq).toList();
  }

  private Position at(long seq) {
    return new Position(seq, node().open(stream).epoch());
  }

  /** The first so many are made a week and a bit old. */
  private void makeOld(long count) throws SQLException {
    try (Connection connection = database().getConnection();
        PreparedStatement update =
            connection.prepareStatement(
                "UPDATE event SET at = ? WHERE seq <= ?"
                    + " AND stream_id = (SELECT id FROM stream WHERE name = ?)")) {
      update.setObject(1, OffsetDateTime.now().minus(A_WEEK).minusMinutes(5));
      update.setLong(2, count);
      update.setString(3, stream);
      update.executeUpdate();
    }
  }
}
