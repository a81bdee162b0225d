package com.petstoreapi.care.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.petstoreapi.auction.support.AtOnce;
import com.petstoreapi.auction.support.Database;
import com.petstoreapi.care.CareEvent;
import com.petstoreapi.care.CarePlan;
import com.petstoreapi.care.CarePlans;
import com.petstoreapi.care.Heading;
import com.petstoreapi.care.Operation;
import com.petstoreapi.care.Place;
import com.petstoreapi.care.PlanAt;
import com.petstoreapi.care.Visitor;
import com.petstoreapi.care.json.CareEventJson;
import com.petstoreapi.care.store.JdbcCareBook;
import com.petstoreapi.care.store.JdbcCarePlans;
import com.petstoreapi.care.support.RandomOperations;
import com.petstoreapi.edge.store.ClientKey;
import com.petstoreapi.edge.store.IdempotencyKey;
import com.petstoreapi.realtime.delivery.Coalescing;
import com.petstoreapi.realtime.delivery.LiveStreams;
import com.petstoreapi.realtime.delivery.TailBounds;
import com.petstoreapi.realtime.delivery.WriterBounds;
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.journal.Event;
import com.petstoreapi.realtime.journal.Journal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** Rules, desk, store and journal together, on a database. */
class CareDeskTest {
  private static final ClientKey NO_KEY = operation -> Optional.empty();
  private static final Visitor ANN = new Visitor("ann", false);
  private static final Visitor BOB = new Visitor("bob", false);
  private static final Heading REX = new Heading("Rex", List.of("bob"));

  private final Database database = Database.empty();
  private final Journal journal = database.journal(Clock.systemUTC());
  private final CarePlans plans = new JdbcCarePlans(database.dataSource());
  private final List<String> dismissed = new ArrayList<>();
  private final CareDesk desk = node();
  private final CareDesk another = node();

  @Test
  void whatIsKeptIsWhatTheJournalSaysWhicheverNodeDecides() {
    desk.head("rex", REX, ANN, NO_KEY).join();
    RandomOperations operations = new RandomOperations(new Random(7));
    for (int i = 0; i < 200; i++) {
      CareDesk node = i % 3 == 0 ? another : desk;
      node.operate("rex", List.of(operations.next(), operations.next()), BOB, NO_KEY).join();
    }
    PlanAt found = plans.find("rex").orElseThrow();
    assertThat(found.plan()).isEqualTo(fold());
    assertThat(found.position()).isEqualTo(journal.head("care/rex").orElseThrow().position());
    assertThat(found.plan().tasks().list()).isNotEmpty();
  }

  @Test
  void aRepeatedOperationIsDoneOnce() {
    desk.head("rex", REX, ANN, NO_KEY).join();
    ClientKey key = operation -> IdempotencyKey.of("bob", "k-1", operation);
    String first = desk.operate("rex", List.of(add("a")), BOB, key).join();
    desk.operate("rex", List.of(new Operation.Remove("a")), ANN, NO_KEY).join();

    assertThat(another.operate("rex", List.of(add("a")), BOB, key).join()).isEqualTo(first);
    assertThat(plans.find("rex").orElseThrow().plan().tasks().list()).isEmpty();
  }

  @Test
  void ofOperationsThatComeTogetherAllAreDoneOrNone() {
    desk.head("rex", REX, ANN, NO_KEY).join();
    for (int i = 0; i < 499; i++) {
      desk.operate("rex", List.of(add("task-" + i)), ANN, NO_KEY).join();
    }
    assertRefused(
        ErrorCode.LIMIT_REACHED,
        () -> desk.operate("rex", List.of(add("a"), add("b")), ANN, NO_KEY).join());
    assertThat(plans.find("rex").orElseThrow().plan().tasks().list()).hasSize(499);
    assertThat(fold().tasks().list()).hasSize(499);
  }

  @Test
  void whoKeepsItNoLongerIsShownOut() {
    desk.head("rex", new Heading("Rex", List.of("bob", "cid")), ANN, NO_KEY).join();
    assertThat(dismissed).isEmpty();
    desk.head("rex", new Heading("Rex", List.of("cid", "dan")), ANN, NO_KEY).join();
    assertThat(dismissed).containsExactly("bob at care/rex");
  }

  @Test
  void aUserBeginsAHundredPlans() {
    for (int i = 0; i < CarePlan.MOST_OWNED; i++) {
      desk.head("pet-" + i, REX, ANN, NO_KEY).join();
    }
    assertRefused(ErrorCode.LIMIT_REACHED, () -> desk.head("rex", REX, ANN, NO_KEY).join());
    assertThat(journal.head("care/rex")).as("nothing is left of it").isEmpty();
    desk.head("pet-7", new Heading("Rex", List.of()), ANN, NO_KEY).join();
    desk.head("rex", REX, BOB, NO_KEY).join();
  }

  @Test
  void aUserWhoBeginsSeveralPlansAtOnceBeginsNoMore() {
    for (int i = 1; i < CarePlan.MOST_OWNED; i++) {
      desk.head("pet-" + i, REX, ANN, NO_KEY).join();
    }
    List<String> pets = List.of("a", "b", "c", "d", "e", "f", "g", "h");
    AtOnce<String> begun = AtOnce.with(pets, pet -> desk.head(pet, REX, ANN, NO_KEY).join());
    assertThat(begun.results()).hasSize(1);
    assertThat(begun.refusals())
        .hasSize(7)
        .allMatch(refusal -> refusal.code() == ErrorCode.LIMIT_REACHED);
    assertThat(plans.ownedBy("ann")).isEqualTo(CarePlan.MOST_OWNED);
  }

  @Test
  void madeUpPetsLeaveNothing() {
    assertRefused(
        ErrorCode.NOT_FOUND, () -> desk.operate("rex", List.of(add("a")), ANN, NO_KEY).join());
    assertRefused(ErrorCode.INVALID_MESSAGE, () -> desk.head("a b", REX, ANN, NO_KEY).join());
    assertThat(journal.head("care/rex")).isEmpty();
    assertThat(journal.head("care/a b")).isEmpty();
  }

  private CareDesk node() {
    LiveStreams streams =
        new LiveStreams(
            journal,
            new TailBounds(1_000, 1_000_000),
            new WriterBounds(500, 1_000),
            Runnable::run,
            Coalescing.none(Runnable::run));
    return new CareDesk(
        new CareStreams(streams, plans),
        plans,
        new JdbcCareBook(10),
        (user, stream) -> dismissed.add(user + " at " + stream));
  }

  private CarePlan fold() {
    List<Event> events = journal.read("care/rex", 0, 10_000);
    CarePlan folded = ((CareEvent.Headed) read(events.get(0))).begun("rex");
    for (Event event : events.subList(1, events.size())) {
      folded = read(event).appliedTo(folded);
    }
    return folded;
  }

  private static CareEvent read(Event event) {
    return CareEventJson.read(event.type(), event.data());
  }

  private static Operation add(String id) {
    return new Operation.Add(id, "Walk", new Place.Last());
  }

  private static void assertRefused(ErrorCode code, Runnable attempt) {
    assertThatThrownBy(attempt::run)
        .satisfies(
            thrown -> {
              Throwable cause = thrown instanceof CompletionException ? thrown.getCause() : thrown;
              assertThat(((Refusal) cause).code()).isEqualTo(code);
            });
  }
}
