package com.petstoreapi.care.socket;

import static com.petstoreapi.socket.CommonMessages.POSITION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.petstoreapi.care.CareEvent;
import com.petstoreapi.care.CareEvent.Headed;
import com.petstoreapi.care.CareEvent.Operated;
import com.petstoreapi.care.CarePlan;
import com.petstoreapi.care.CarePlans;
import com.petstoreapi.care.Change;
import com.petstoreapi.care.Keepers;
import com.petstoreapi.care.Operation;
import com.petstoreapi.care.Place;
import com.petstoreapi.care.PlanAt;
import com.petstoreapi.care.Ruling;
import com.petstoreapi.care.Task;
import com.petstoreapi.care.Tasks;
import com.petstoreapi.care.Visitor;
import com.petstoreapi.care.json.CareAnswers;
import com.petstoreapi.care.json.CareEventJson;
import com.petstoreapi.care.json.OperationJson;
import com.petstoreapi.circle.Remark;
import com.petstoreapi.circle.json.RemarkJson;
import com.petstoreapi.contract.Channel;
import com.petstoreapi.contract.Contract;
import com.petstoreapi.contract.Witness;
import com.petstoreapi.edge.asyncapi.AsyncApiDocument;
import com.petstoreapi.edge.json.JsonFields;
import com.petstoreapi.edge.json.JsonText;
import com.petstoreapi.presence.support.PresenceMessages;
import com.petstoreapi.realtime.journal.Draft;
import com.petstoreapi.socket.CommonMessages;
import com.petstoreapi.socket.Envelope;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said at care plans is what the AsyncAPI document says, and all of it. */
class CareContractTest {
  private static final Contract CONTRACT = Contract.of(AsyncApiDocument.read().toString());
  private static final Channel SOCKET = CONTRACT.channel("care");
  private static final Set<String> OF_ALL_STREAMS =
      Set.of("hello", "heartbeat", "auth-expiring", "reset", "refused");
  private static final Keepers KEEPERS = new Keepers("ann", List.of("bob"));

  private static final List<Operation> OPERATIONS =
      List.of(
          new Operation.Add("t-1", "Feed Rex", new Place.First()),
          new Operation.Add("t-2", "Walk", new Place.After("t-1")),
          new Operation.Edit("t-1", Optional.of("Feed"), Change.none(), Change.none()),
          new Operation.Edit("t-1", Optional.empty(), Change.to(Instant.EPOCH), Change.to("bob")),
          new Operation.Edit("t-1", Optional.empty(), Change.cleared(), Change.cleared()),
          new Operation.Check("t-1", true),
          new Operation.Move("t-1", new Place.After("t-2")),
          new Operation.Remove("t-1"));

  @Test
  void noKindOfEventOrOperationIsForgottenHere() {
    assertThat(OPERATIONS.stream().<Class<?>>map(Object::getClass))
        .contains(Operation.class.getPermittedSubclasses());
    assertThat(CareEvent.class.getPermittedSubclasses())
        .containsExactlyInAnyOrder(Headed.class, Operated.class);
  }

  @Test
  void theSocketSaysWhatTheDocumentSays() {
    Witness witness = new Witness(SOCKET);
    CommonMessages.all().forEach(witness::told);
    CommonMessages.resets("petId").forEach(witness::told);
    witness.told(PresenceMessages.one());
    events().forEach(draft -> witness.told(CommonMessages.event(draft)));
    cursors().map(RemarkJson::message).forEach(witness::told);
    effects().map(CommonMessages::accepted).forEach(witness::told);
    witness.told(snapshot());

    assertThat(witness.unheard()).isEmpty();
  }

  @Test
  void soDoesTheStream() {
    Witness witness = new Witness(CONTRACT.channel("careEvents"));
    events().forEach(draft -> witness.told(draft.type(), draft.data()));

    assertThat(witness.unheard()).isEqualTo(OF_ALL_STREAMS);
  }

  static Stream<String> examples() {
    return SOCKET.saidTypes().stream().flatMap(type -> SOCKET.saidExamples(type).stream());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void theExamplesOfWhatClientsSayAreUnderstood(String example) {
    assertThatCode(() -> hear(example)).doesNotThrowAnyException();
  }

  private static void hear(String example) {
    JsonObject message = JsonText.parse(example).asJsonObject();
    if (message.getString("type").equals("op")) {
      Envelope.key(message);
      OperationJson.read(message.getJsonObject("op"));
    } else if (message.getString("type").equals(CursorRemark.NAME)) {
      CursorRemark.fields(JsonFields.of(message));
    } else {
      assertThat(CommonMessages.heard(example)).isPresent();
    }
  }

  private static Stream<Draft> events() {
    return Stream.concat(
            OPERATIONS.stream().map(operation -> new Operated("ann", operation)),
            Stream.of(new Headed("ann", "Rex", KEEPERS)))
        .map(event -> CareEventJson.draft(event, Instant.EPOCH));
  }

  private static Stream<Remark> cursors() {
    return Stream.of("{\"taskId\":\"t-1\"}", "{\"taskId\":\"t-1\",\"field\":\"text\"}", "{}")
        .map(JsonText::parseObject)
        .map(CursorRemark::fields)
        .map(fields -> new Remark("care/rex", "bob", CursorRemark.NAME, fields));
  }

  /** Of an operation that was done, and of one that changed nothing. */
  private static Stream<String> effects() {
    CareEvent begun = new Headed("ann", "Rex", KEEPERS);
    CarePlan plan = new CarePlan("rex", "Rex", KEEPERS, Tasks.NONE);
    return Stream.of(Optional.of(begun), Optional.<CareEvent>empty())
        .map(event -> CareAnswers.effect(new Ruling(plan, event), POSITION));
  }

  private static String snapshot() {
    Task plain = new Task("t-1", "Feed", false, Optional.empty(), Optional.empty());
    Task full = new Task("t-2", "Walk", true, Optional.of(Instant.EPOCH), Optional.of("bob"));
    CarePlan plan = new CarePlan("rex", "Rex", KEEPERS, new Tasks(List.of(plain, full)));
    return new CareStory(new OnePlan(plan), "rex", () -> new Visitor("ann", false))
        .opening()
        .message();
  }

  private record OnePlan(CarePlan plan) implements CarePlans {
    @Override
    public Optional<PlanAt> find(String petId) {
      return Optional.of(new PlanAt(plan, POSITION));
    }

    @Override
    public Optional<Keepers> keepers(String petId) {
      return Optional.of(plan.keepers());
    }

    @Override
    public int ownedBy(String userId) {
      return 1;
    }
  }
}
