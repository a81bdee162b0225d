package com.petstoreapi.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TasksTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final Tasks three =
      done(Tasks.NONE, add("a", new Place.Last()), add("b", new Place.Last()), add("c", last()));

  @Test
  void aTaskIsAddedWhereItIsAskedFor() {
    assertThat(ids(done(three, add("x", new Place.First())))).containsExactly("x", "a", "b", "c");
    assertThat(ids(done(three, add("x", after("b"))))).containsExactly("a", "b", "x", "c");
    assertThat(ids(done(three, add("x", last())))).containsExactly("a", "b", "c", "x");
  }

  @Test
  void behindATaskThatIsGoneIsAtTheEnd() {
    assertThat(ids(done(three, add("x", after("gone"))))).containsExactly("a", "b", "c", "x");
    assertThat(ids(done(three, move("a", after("gone"))))).containsExactly("b", "c", "a");
  }

  @Test
  void aTaskThatIsThereIsNotAddedAgain() {
    assertThat(done(three, new Operation.Add("a", "other words", last()))).isEqualTo(three);
  }

  @Test
  void aTaskMovesAndKeepsWhatItSays() {
    Tasks checked = done(three, new Operation.Check("c", true));
    Tasks moved = done(checked, move("c", new Place.First()));
    assertThat(ids(moved)).containsExactly("c", "a", "b");
    assertThat(moved.find("c").orElseThrow().done()).isTrue();
    assertThat(ids(done(three, move("a", after("b"))))).containsExactly("b", "a", "c");
  }

  @Test
  void aMoveBehindItselfOrToWhereItIsChangesNothing() {
    assertThat(done(three, move("b", after("b")))).isEqualTo(three);
    assertThat(done(three, move("b", after("a")))).isEqualTo(three);
    assertThat(done(three, move("a", new Place.First()))).isEqualTo(three);
    assertThat(done(three, move("c", last()))).isEqualTo(three);
  }

  @Test
  void ofTwoEditsEachHasItsWayInTheFieldsThatOnlyItNames() {
    Operation words = new Operation.Edit("a", Optional.of("walk"), Change.none(), Change.none());
    Operation day = new Operation.Edit("a", Optional.empty(), Change.to(NOON), Change.to("bob"));
    Task expected = new Task("a", "walk", true, Optional.of(NOON), Optional.of("bob"));

    assertThat(done(three, words, new Operation.Check("a", true), day).find("a"))
        .contains(expected);
    assertThat(done(three, day, new Operation.Check("a", true), words).find("a"))
        .contains(expected);
  }

  @Test
  void ofTwoEditsOfAFieldTheLaterOneHasItsWay() {
    Operation bob = new Operation.Edit("a", Optional.empty(), Change.none(), Change.to("bob"));
    Operation nobody = new Operation.Edit("a", Optional.empty(), Change.none(), Change.cleared());

    assertThat(done(three, bob, nobody).find("a").orElseThrow().assignee()).isEmpty();
    assertThat(done(three, nobody, bob).find("a").orElseThrow().assignee()).contains("bob");
  }

  @Test
  void nothingBecomesOfWhatIsDoneToATaskThatIsGone() {
    Tasks two = done(three, new Operation.Remove("b"));
    assertThat(ids(two)).containsExactly("a", "c");
    assertThat(done(two, new Operation.Remove("b"))).isEqualTo(two);
    assertThat(done(two, new Operation.Check("b", true))).isEqualTo(two);
    assertThat(done(two, move("b", new Place.First()))).isEqualTo(two);
    Operation edit = new Operation.Edit("b", Optional.of("x"), Change.none(), Change.none());
    assertThat(done(two, edit)).isEqualTo(two);
  }

  @Test
  void placesAreSettledByWhatIsThere() {
    assertThat(add("x", last()).settledIn(three)).isEqualTo(add("x", after("c")));
    assertThat(add("x", after("gone")).settledIn(three)).isEqualTo(add("x", after("c")));
    assertThat(add("x", last()).settledIn(Tasks.NONE)).isEqualTo(add("x", new Place.First()));
    assertThat(move("c", last()).settledIn(three)).isEqualTo(move("c", after("b")));
  }

  @Test
  void theFiveHundredAndFirstIsRefused() {
    Tasks full =
        new Tasks(
            IntStream.range(0, Tasks.MOST).mapToObj(i -> Task.open("task-" + i, "text")).toList());

    assertThatThrownBy(() -> add("one-more", last()).appliedTo(full))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.LIMIT_REACHED));
    assertThat(add("task-7", last()).appliedTo(full)).isEqualTo(full);
  }

  private static Tasks done(Tasks tasks, Operation... operations) {
    Tasks after = tasks;
    for (Operation operation : operations) {
      after = operation.appliedTo(after);
    }
    return after;
  }

  private static Operation add(String id, Place place) {
    return new Operation.Add(id, "text of " + id, place);
  }

  private static Operation move(String id, Place place) {
    return new Operation.Move(id, place);
  }

  private static Place last() {
    return new Place.Last();
  }

  private static Place after(String id) {
    return new Place.After(id);
  }

  private static List<String> ids(Tasks tasks) {
    return tasks.list().stream().map(Task::id).toList();
  }
}
