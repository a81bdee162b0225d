package com.petstoreapi.care.desk;

import com.petstoreapi.care.CareBook;
import com.petstoreapi.care.CarePlan;
import com.petstoreapi.care.CarePlans;
import com.petstoreapi.care.CareRules;
import com.petstoreapi.care.Heading;
import com.petstoreapi.care.Operation;
import com.petstoreapi.care.PlanAt;
import com.petstoreapi.care.Ruling;
import com.petstoreapi.care.Visitor;
import com.petstoreapi.care.json.CareAnswers;
import com.petstoreapi.care.json.CareEventJson;
import com.petstoreapi.edge.store.ClientKey;
import com.petstoreapi.edge.store.Idempotency;
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.journal.Commit;
import com.petstoreapi.realtime.journal.StreamWriter;
import com.petstoreapi.realtime.value.Names;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;

/**
 * Takes what people want of a plan and has it decided: one after the other, by the rules, in a
 * transaction that writes the state, the events and the answer.
 *
 * <p>Each answer is JSON text. A future fails with a {@link Refusal} or as {@link
 * StreamWriter#submit} says; so does a method itself. What depends on a future runs on the writer's
 * thread and must not block.
 */
public final class CareDesk {
  private final CareStreams streams;
  private final CarePlans plans;
  private final CareBook book;
  private final BiConsumer<String, String> dismissal;

  /**
   * @param dismissal shows a user out of a stream that he may no longer see, on all nodes; must
   *     neither block nor fail
   */
  public CareDesk(
      CareStreams streams, CarePlans plans, CareBook book, BiConsumer<String, String> dismissal) {
    this.streams = streams;
    this.plans = plans;
    this.book = book;
    this.dismissal = dismissal;
  }

  /** Begins a plan, or says what it is called and who keeps it. Answers with both. */
  public CompletableFuture<String> head(String petId, Heading heading, Visitor by, ClientKey key) {
    StreamWriter writer = writer(petId, by);
    return writer.submit(
        Idempotency.once(
            key.of("care plan " + petId + ' ' + heading),
            commit -> {
              Optional<CarePlan> found = book.find(commit, petId);
              if (found.isEmpty()) {
                requireOneMore(book.begunBy(commit, by.userId()));
              }
              Ruling ruling =
                  found
                      .map(plan -> CareRules.head(plan, heading, by))
                      .orElseGet(() -> CareRules.begin(petId, heading, by));
              carryOut(ruling, commit);
              found.ifPresent(before -> dismissAfter(commit, before, ruling.plan()));
              return CareAnswers.headed(
                  new PlanAt(ruling.plan(), commit.position()), found.isEmpty());
            }));
  }

  /**
   * Does things with tasks, one after the other: all, or, should one be refused, none. Answers with
   * the effect of each.
   */
  public CompletableFuture<String> operate(
      String petId, List<Operation> operations, Visitor by, ClientKey key) {
    return streams
        .writer(petId)
        .submit(
            Idempotency.once(
                key.of("care " + petId + ' ' + operations),
                commit -> operateAll(find(petId, commit), operations, by, commit)));
  }

  private String operateAll(CarePlan plan, List<Operation> operations, Visitor by, Commit commit)
      throws SQLException {
    List<Ruling> rulings = new ArrayList<>();
    CarePlan present = plan;
    for (Operation operation : operations) { // before the first is carried out: one may be refused
      Ruling ruling = CareRules.operate(present, operation, by);
      rulings.add(ruling);
      present = ruling.plan();
    }
    List<String> effects = new ArrayList<>();
    for (Ruling ruling : rulings) {
      carryOut(ruling, commit);
      effects.add(CareAnswers.effect(ruling, commit.position()));
    }
    return CareAnswers.effects(effects, commit.position());
  }

  private StreamWriter writer(String petId, Visitor by) {
    if (plans.keepers(petId).isPresent()) {
      return streams.writer(petId);
    }
    if (!Names.isId(petId)) {
      throw Refusal.invalid("A pet's id has up to 64 characters of [A-Za-z0-9._-].");
    }
    requireOneMore(plans.ownedBy(by.userId())); // or a stream would be left of each refused one
    return streams.writerOfNew(petId);
  }

  private static void requireOneMore(int begun) {
    if (begun >= CarePlan.MOST_OWNED) {
      throw new Refusal(
          ErrorCode.LIMIT_REACHED,
          "A user begins " + CarePlan.MOST_OWNED + " care plans, and not one more.");
    }
  }

  /** Whoever keeps the plan no longer is shown out, once that is committed. */
  private void dismissAfter(Commit commit, CarePlan before, CarePlan after) {
    String stream = CarePlan.streamOf(after.petId());
    Departures departures =
        commit.part(Departures.class, () -> new Departures(user -> dismissal.accept(user, stream)));
    departures.note(before.keepers(), after.keepers());
  }

  private CarePlan find(String petId, Commit commit) throws SQLException {
    return book.find(commit, petId).orElseThrow(CareStreams::notFound);
  }

  private void carryOut(Ruling ruling, Commit commit) throws SQLException {
    if (ruling.event().isPresent()) {
      book.put(commit, ruling.plan());
      commit.append(CareEventJson.draft(ruling.event().get(), commit.now()));
    }
  }
}
