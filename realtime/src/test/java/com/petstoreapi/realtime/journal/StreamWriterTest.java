package com.petstoreapi.realtime.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.support.Drafts;
import com.petstoreapi.realtime.support.ManualExecutor;
import com.petstoreapi.realtime.support.MemoryJournal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class StreamWriterTest {
  private static final int MAX_WAITING = 5;

  private final MemoryJournal journal = new MemoryJournal();
  private final ManualExecutor executor = new ManualExecutor();
  private final List<String> told = new ArrayList<>();
  private final StreamWriter writer =
      writer(events -> events.forEach(event -> told.add(event.data())));

  @Test
  void answersWithThePositionAfterTheCommit() {
    CompletableFuture<Position> answer = writer.submit(put("a"));
    assertThat(answer).isNotDone();
    executor.runAll();
    assertThat(answer).isCompletedWithValue(new Position(1, MemoryJournal.EPOCH));
    assertThat(journal.all("s")).extracting(Event::data).containsExactly("a");
  }

  @Test
  void decidesAllThatWaitInOneTransaction() {
    writer.submit(put("a"));
    writer.submit(put("b"));
    writer.submit(put("c"));
    executor.runAll();
    assertThat(journal.transactions()).isEqualTo(1);
    assertThat(told).containsExactly("a", "b", "c");
  }

  @Test
  void tellsOfTheEventsBeforeItAnswers() {
    List<Integer> toldAtTheAnswer = new ArrayList<>();
    writer.submit(put("a")).thenRun(() -> toldAtTheAnswer.add(told.size()));
    executor.runAll();
    assertThat(toldAtTheAnswer).containsExactly(1);
  }

  @Test
  void aRefusalIsAloneAndLeavesNothing() {
    CompletableFuture<Position> first = writer.submit(put("a"));
    CompletableFuture<Position> refused =
        writer.submit(
            commit -> {
              commit.append(Drafts.of("never"));
              throw new Refusal(ErrorCode.TOO_LOW, "bid more");
            });
    CompletableFuture<Position> last = writer.submit(put("b"));
    executor.runAll();
    assertThat(first).isCompletedWithValue(new Position(1, MemoryJournal.EPOCH));
    assertThat(refused)
        .failsWithin(0, TimeUnit.SECONDS)
        .withThrowableThat()
        .withMessageContaining("low");
    assertThat(last).isCompletedWithValue(new Position(2, MemoryJournal.EPOCH));
    assertThat(told).containsExactly("a", "b");
  }

  @Test
  void aCommandThatTheDatabaseRefusesFailsAlone() {
    CompletableFuture<Position> first = writer.submit(put("a"));
    CompletableFuture<Position> poison =
        writer.submit(
            commit -> {
              commit.append(Drafts.of("never"));
              throw new SQLException("no");
            });
    CompletableFuture<Position> last = writer.submit(put("b"));
    executor.runAll();
    assertThat(first).isCompleted();
    assertThat(poison)
        .failsWithin(0, TimeUnit.SECONDS)
        .withThrowableThat()
        .havingRootCause()
        .isInstanceOf(SQLException.class);
    assertThat(last).isCompleted();
    assertThat(journal.all("s")).extracting(Event::data).containsExactly("a", "b");
  }

  @Test
  void aCommandThatAnotherNodeWasFasterWithIsDecidedAnew() {
    AtomicInteger tries = new AtomicInteger();
    CompletableFuture<Position> contended =
        writer.submit(
            commit -> {
              if (tries.incrementAndGet() < 3) {
                throw new Contended("somebody was faster", null);
              }
              return commit.append(Drafts.of("a"));
            });
    executor.runAll();
    assertThat(contended).isCompletedWithValue(new Position(1, MemoryJournal.EPOCH));
  }

  @Test
  void aCommandThatIsContendedWithWithoutEndFails() {
    CompletableFuture<Position> contended =
        writer.submit(
            commit -> {
              throw new Contended("always", null);
            });
    executor.runAll();
    assertThat(contended)
        .failsWithin(0, TimeUnit.SECONDS)
        .withThrowableThat()
        .withCauseInstanceOf(Contended.class);
  }

  @Test
  void hearsAllCommandsOfABatchBeforeItDecidesTheFirst() {
    List<String> order = new ArrayList<>();
    writer.submit(recording("a", order));
    writer.submit(recording("b", order));
    executor.runAll();
    assertThat(order).containsExactly("announce a", "announce b", "run a", "run b");
  }

  private static Command<String> recording(String name, List<String> order) {
    return new Command<>() {
      @Override
      public void announce(Commit commit) {
        order.add("announce " + name);
      }

      @Override
      public String run(Commit commit) {
        order.add("run " + name);
        return name;
      }
    };
  }

  @Test
  void anUnreachableJournalFailsAllOfTheBatchAndNoneOfTheNext() {
    journal.setAway(true);
    List<CompletableFuture<Position>> lost =
        List.of(writer.submit(put("a")), writer.submit(put("b")));
    executor.runAll();
    journal.setAway(false);
    CompletableFuture<Position> next = writer.submit(put("c"));
    executor.runAll();
    assertThat(lost)
        .allSatisfy(
            answer ->
                assertThat(answer)
                    .failsWithin(0, TimeUnit.SECONDS)
                    .withThrowableThat()
                    .withCauseInstanceOf(JournalUnavailable.class));
    assertThat(next).isCompletedWithValue(new Position(1, MemoryJournal.EPOCH));
  }

  /** Else five hundred commands would each wait for a connection in vain. */
  @Test
  void asksAJournalThatWentAwayOnlyOnceMore() {
    CompletableFuture<Position> breaking =
        writer.submit(
            commit -> {
              journal.setAway(true);
              throw new SQLException("the connection broke");
            });
    CompletableFuture<Position> other = writer.submit(put("a"));
    executor.runAll();
    assertThat(breaking).isCompletedExceptionally();
    assertThat(other).isCompletedExceptionally();
    assertThat(journal.transactions()).isEqualTo(1);
  }

  @Test
  void refusesOverloadAndLosesNothing() {
    List<CompletableFuture<Position>> answers = new ArrayList<>();
    for (int i = 0; i < MAX_WAITING + 2; i++) {
      answers.add(writer.submit(put("" + i)));
    }
    executor.runAll();
    assertThat(answers.subList(0, MAX_WAITING))
        .allSatisfy(answer -> assertThat(answer).isCompleted());
    assertThat(answers.subList(MAX_WAITING, MAX_WAITING + 2))
        .allSatisfy(
            answer ->
                assertThat(answer)
                    .failsWithin(0, TimeUnit.SECONDS)
                    .withThrowableThat()
                    .withCauseInstanceOf(Refusal.class));
    assertThat(told).containsExactly("0", "1", "2", "3", "4");
  }

  /** What is committed must not be decided a second time, whatever happens afterwards. */
  @Test
  void answersEvenWhenTheEventsCannotBeTold() {
    StreamWriter untold =
        writer(
            events -> {
              throw new AssertionError("nobody listens");
            });
    CompletableFuture<Position> first = untold.submit(put("a"));
    CompletableFuture<Position> second = untold.submit(put("b"));
    executor.runAll();
    assertThat(first).isCompleted();
    assertThat(second).isCompleted();
    assertThat(journal.all("s")).extracting(Event::data).containsExactly("a", "b");
  }

  private StreamWriter writer(Consumer<List<Event>> committed) {
    return new StreamWriter("s", journal, committed, executor, 10, MAX_WAITING);
  }

  private static Command<Position> put(String data) {
    return commit -> commit.append(Drafts.of(data));
  }
}
