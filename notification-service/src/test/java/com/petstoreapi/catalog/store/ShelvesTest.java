package com.petstoreapi.catalog.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.petstoreapi.edge.json.JsonText;
import com.petstoreapi.notification.NotificationStream;
import com.petstoreapi.notification.support.Database;
import com.petstoreapi.realtime.delivery.LiveStreams;
import com.petstoreapi.realtime.journal.Event;
import com.petstoreapi.realtime.journal.jdbc.JdbcJournal;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/** While stock falls fast it is told now and then, and what it came to is told in any case. */
class ShelvesTest {
  private static final Duration APART = Duration.ofMillis(200);
  private static final String SKU = "leash-red";

  private Instant now = Database.NOW;
  private final Database database = Database.create(() -> now);
  private final List<Runnable> alarms = new ArrayList<>();
  private final Shelves shelves = node(database.streams(), (task, later) -> alarms.add(task));

  private Shelves node(LiveStreams streams, Shelves.Alarm alarm) {
    return new Shelves(streams, database.dataSource(), alarm, APART);
  }

  @Test
  void tellsTheFirstChangeAtOnceAndThenWhatItHasComeTo() {
    count(100);
    pass(APART);
    take(1);
    assertThat(told()).containsExactly(100L, 99L);
    take(1);
    take(1);
    assertThat(told()).containsExactly(100L, 99L);
    pass(APART);
    ring();
    assertThat(told()).containsExactly(100L, 99L, 97L);
  }

  @Test
  void wakesNobodyWhenAllIsTold() {
    count(100);
    pass(APART);
    take(1);
    assertThat(alarms).isEmpty();
  }

  @Test
  void tellsFiveTimesASecondHoweverFastItFalls() {
    count(10_000);
    Random random = new Random(7);
    long left = 10_000;
    for (int millis = 0; millis < 10_000; millis += 10) {
      pass(Duration.ofMillis(10));
      int quantity = random.nextInt(4);
      if (quantity > 0) {
        take(quantity);
        left -= quantity;
      }
      if (millis % APART.toMillis() == 0) {
        ring();
      }
    }
    pass(APART);
    ring();
    assertThat(timesTold()).hasSizeBetween(40, 52);
    for (int i = 1; i < timesTold().size(); i++) {
      assertThat(Duration.between(timesTold().get(i - 1), timesTold().get(i)))
          .isGreaterThanOrEqualTo(APART);
    }
    assertThat(told()).isSortedAccordingTo((a, b) -> Long.compare(b, a)).endsWith(left);
  }

  @Test
  void countsTheTimeOverAllNodes() {
    count(100);
    pass(APART);
    Shelves other = node(database.node(), (task, later) -> alarms.add(task));
    take(1);
    take(other, database.node(), 1);
    assertThat(told()).containsExactly(100L, 99L);
    pass(APART);
    ring();
    assertThat(told()).containsExactly(100L, 99L, 98L);
  }

  @Test
  void tellsWhatANodeHasLeftThatIsNoMore() {
    Shelves dead =
        node(
            database.streams(),
            (task, later) -> {
              throw new RejectedExecutionException("it stops");
            });
    count(100);
    take(dead, database.streams(), 5);
    assertThat(told()).containsExactly(100L);
    pass(APART);
    shelves.tellForgotten();
    assertThat(told()).containsExactly(100L, 95L);
    shelves.tellForgotten();
    assertThat(told()).hasSize(2);
  }

  @Test
  void waitsNoLongerWhenTheClockIsSetBack() {
    count(100);
    pass(Duration.ofDays(-1));
    take(1);
    assertThat(told()).containsExactly(100L, 99L);
  }

  @Test
  void tellsACountAtOnceAndNothingOfWhatCameBefore() {
    count(100);
    take(1);
    count(50);
    assertThat(told()).containsExactly(100L, 50L);
    count(50);
    pass(APART);
    ring();
    assertThat(told()).containsExactly(100L, 50L);
  }

  @Test
  void seesWithinATransactionWhatWasTakenBefore() {
    count(10);
    inTransaction(
        shelves,
        database.streams(),
        shelf -> {
          assertThat(shelf.take(SKU, 4)).isEqualTo(6);
          assertThat(shelf.recount(SKU, 3).stock()).isEqualTo(3);
          assertThat(shelf.take(SKU, 3)).isZero();
          assertThat(shelf.stock("never-counted")).isEmpty();
        });
    inTransaction(
        shelves,
        database.streams(),
        shelf -> assertThat(shelf.stock(SKU).orElseThrow().stock()).isZero());
  }

  @Test
  void givesNothingThatIsNotThere() {
    count(1);
    assertThatThrownBy(() -> take(2)).hasRootCauseInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> take(shelves, database.streams(), 2)).isNotNull();
    take(1);
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }

  /** Those that ring now; whoever sets one meanwhile waits for the next time. */
  private void ring() {
    List<Runnable> ringing = List.copyOf(alarms);
    alarms.clear();
    ringing.forEach(Runnable::run);
  }

  private void count(long stock) {
    inTransaction(shelves, database.streams(), shelf -> shelf.recount(SKU, stock));
  }

  private void take(int quantity) {
    take(shelves, database.streams(), quantity);
  }

  private static void take(Shelves from, LiveStreams streams, int quantity) {
    inTransaction(from, streams, shelf -> shelf.take(SKU, quantity));
  }

  private interface Work {
    void with(Shelf shelf) throws SQLException;
  }

  private static void inTransaction(Shelves shelves, LiveStreams streams, Work work) {
    streams
        .writer(NotificationStream.NAME)
        .submit(
            commit -> {
              work.with(shelves.in(commit));
              return "";
            })
        .join();
  }

  private List<Long> told() {
    List<Long> told = new ArrayList<>();
    for (Event event : events()) {
      told.add(JsonText.parseObject(event.data()).integer("stock", 0, 1_000_000));
    }
    return told;
  }

  private List<Instant> timesTold() {
    return events().stream().map(Event::at).toList();
  }

  private List<Event> events() {
    return new JdbcJournal(database.dataSource(), database.transactions(), Clock.systemUTC())
        .read(NotificationStream.NAME, 0, 10_000);
  }
}
