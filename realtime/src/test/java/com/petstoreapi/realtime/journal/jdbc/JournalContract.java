package com.petstoreapi.realtime.journal.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.journal.Audience;
import com.petstoreapi.realtime.journal.Commit;
import com.petstoreapi.realtime.journal.Draft;
import com.petstoreapi.realtime.journal.Event;
import com.petstoreapi.realtime.journal.Head;
import com.petstoreapi.realtime.journal.Journal;
import com.petstoreapi.realtime.journal.JournalUnavailable;
import com.petstoreapi.realtime.journal.Position;
import com.petstoreapi.realtime.journal.StreamWriter;
import com.petstoreapi.realtime.journal.WriterFigures;
import com.petstoreapi.realtime.support.Drafts;
import com.petstoreapi.realtime.support.RecordedTracing;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What holds for the journal on every database. Each test has a stream of its own. */
abstract class JournalContract {
  final String stream = UUID.randomUUID().toString();

  /** The database, the same for all tests of a class, with the tables in it. */
  abstract DataSource database();

  /** A journal as another node would have it. */
  final Journal node() {
    return new JdbcJournal(database(), new JdbcTransactions(database()), Clock.systemUTC());
  }

  /** How the database would read a page near the beginning of a stream that is long. */
  final String plan() throws SQLException {
    node()
        .append(
            stream,
            commit -> IntStream.range(0, 20_000).forEach(i -> commit.append(Drafts.of("event"))));
    try (Connection connection = database().getConnection();
        Statement statement = connection.createStatement();
        PreparedStatement explain = connection.prepareStatement("EXPLAIN " + EventTable.READ)) {
      statement.execute("ANALYZE");
      explain.setString(1, stream);
      explain.setLong(2, 10);
      explain.setInt(3, 64);
      try (ResultSet plan = explain.executeQuery()) {
        return lines(plan);
      }
    }
  }

  static String lines(ResultSet plan) throws SQLException {
    StringBuilder lines = new StringBuilder();
    while (plan.next()) {
      lines.append(plan.getString(1)).append('\n');
    }
    return lines.toString();
  }

  @Test
  void aStreamBeginsWithNothing() {
    assertThat(node().head(stream)).isEmpty();
    Head head = node().open(stream);
    assertThat(head.seq()).isZero();
    assertThat(head.oldest()).isEqualTo(1);
    assertThat(head.position().toString()).matches("0-[a-z0-9]{6}");
    assertThat(node().head(stream)).contains(head);
    assertThat(node().read(stream, 0, 10)).isEmpty();
  }

  @Test
  void theHeadsOfManyStreamsAreReadAtOnce() {
    List<String> names = IntStream.range(0, 150).mapToObj(i -> stream + i).toList();
    node().append(names.get(0), commit -> commit.append(Drafts.of("a")));
    node().append(names.get(149), commit -> commit.append(Drafts.of("a")));
    assertThat(node().heads(names)).containsOnlyKeys(names.get(0), names.get(149));
    assertThat(node().heads(names).get(names.get(149)))
        .isEqualTo(node().head(names.get(149)).orElseThrow());
    assertThat(node().heads(List.of())).isEmpty();
  }

  @Test
  void whatWasAppendedIsReadBackAsItWas() {
    Draft draft = new Draft("outbid", Audience.only("ann"), "rex", "{\"ü\":\"\\n€😀\"}", "id-1");
    List<Event> appended = node().append(stream, commit -> commit.append(draft));
    assertThat(node().read(stream, 0, 10)).isEqualTo(appended);
    Event event = appended.get(0);
    assertThat(event)
        .isEqualTo(new Event(1, event.at(), "outbid", Audience.only("ann"), "rex", draft.data()));
  }

  @Test
  void byWhatACommitIsFollowedIsReadBackWithItsEvents() {
    StreamWriter writer =
        new StreamWriter(
            stream,
            node(),
            events -> {},
            Runnable::run,
            10,
            10,
            new WriterFigures(),
            new RecordedTracing());
    writer.submit(commit -> commit.append(Drafts.of("a"))).join();
    put("b");
    assertThat(node().read(stream, 0, 10)).extracting(Event::trace).containsExactly("COMMIT-2", "");
  }

  @Test
  void numbersGoOnFromOneNodeToTheOther() {
    String epoch = node().open(stream).epoch();
    put("a", "b");
    put("c");
    assertThat(node().open(stream)).isEqualTo(new Head(epoch, 1, 3));
    assertThat(put("d")).extracting(Event::seq).containsExactly(4L);
  }

  @Test
  void tellsTheWorkWhereItIs() {
    Position first = put("a").isEmpty() ? null : node().open(stream).position();
    node()
        .append(
            stream,
            commit -> {
              assertThat(commit.position()).isEqualTo(first);
              assertThat(commit.append(Drafts.of("b")).seq()).isEqualTo(2);
              assertThat(commit.before().position()).isEqualTo(first);
            });
  }

  @Test
  void isReadPageByPage() {
    node().append(stream, commit -> List.of(Drafts.many(25)).forEach(commit::append));
    assertThat(node().read(stream, 0, 10)).extracting(Event::seq).startsWith(1L).endsWith(10L);
    assertThat(node().read(stream, 10, 10)).extracting(Event::seq).startsWith(11L).endsWith(20L);
    assertThat(node().read(stream, 20, 10)).extracting(Event::seq).startsWith(21L).hasSize(5);
    assertThat(node().read(stream, 25, 10)).isEmpty();
  }

  @Test
  void aWorkWithoutEventsMovesNothing() {
    put("a");
    assertThat(node().append(stream, commit -> {})).isEmpty();
    assertThat(node().open(stream).seq()).isEqualTo(1);
  }

  @Test
  void aWorkThatFailsLeavesNothing() {
    put("a");
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(
            () ->
                node()
                    .append(
                        stream,
                        commit -> {
                          commit.append(Drafts.of("never"));
                          execute(commit, "UPDATE stream SET epoch = 'never'");
                          throw Refusal.invalid("no");
                        }));
    assertThat(node().read(stream, 0, 10)).extracting(Event::data).containsExactly("a");
    assertThat(node().open(stream).epoch()).isNotEqualTo("never");
    assertThat(put("b")).extracting(Event::seq).containsExactly(2L);
  }

  @Test
  void whatTheDatabaseRefusesInsideTheWorkSurfacesAndLeavesNothing() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                node()
                    .append(
                        stream,
                        commit -> {
                          commit.append(Drafts.of("never"));
                          execute(commit, "INSERT INTO nowhere VALUES (1)");
                        }))
        .withCauseInstanceOf(SQLException.class);
    assertThat(node().read(stream, 0, 10)).isEmpty();
    assertThat(put("a")).extracting(Event::seq).containsExactly(1L);
  }

  @Test
  void aSourceIsTakenOnlyOnce() {
    Draft draft = new Draft("adoption", Audience.EVERYONE, "rex", "{}", "auction-7");
    node().append(stream, commit -> commit.append(draft));
    assertThatIllegalStateException()
        .isThrownBy(() -> node().append(stream, commit -> commit.append(draft)))
        .withCauseInstanceOf(SQLException.class);
    assertThat(node().open(stream).seq()).isEqualTo(1);
  }

  @Test
  void aConnectionThatBreaksInsideTheWorkIsNoFaultOfTheWork() {
    assertThatExceptionOfType(JournalUnavailable.class)
        .isThrownBy(
            () ->
                node()
                    .append(
                        stream,
                        commit -> {
                          SQLException broken = new SQLTransientConnectionException("broken");
                          throw new IllegalStateException("a command failed", broken);
                        }));
  }

  @Test
  void theClockIsTheSameForAWholeBatchAndInMilliseconds() {
    List<Event> events =
        node().append(stream, commit -> List.of(Drafts.many(3)).forEach(commit::append));
    Instant at = events.get(0).at();
    assertThat(at).isEqualTo(Instant.ofEpochMilli(at.toEpochMilli()));
    assertThat(events).allMatch(event -> event.at().equals(at));
  }

  private List<Event> put(String... data) {
    return node()
        .append(
            stream,
            commit -> {
              for (String each : data) {
                commit.append(Drafts.of(each));
              }
            });
  }

  private static void execute(Commit commit, String sql) {
    try (Statement statement = commit.connection().createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
