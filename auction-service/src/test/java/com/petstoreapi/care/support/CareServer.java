package com.petstoreapi.care.support;

import com.petstoreapi.care.CareEvent;
import com.petstoreapi.care.CarePlan;
import com.petstoreapi.care.CareRules;
import com.petstoreapi.care.Heading;
import com.petstoreapi.care.Operation;
import com.petstoreapi.care.Ruling;
import com.petstoreapi.care.Visitor;
import com.petstoreapi.care.json.CareEventJson;
import com.petstoreapi.care.json.OperationJson;
import com.petstoreapi.edge.json.JsonText;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.journal.Draft;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One plan behind its rules, with its journal and the answers that it keeps; all in memory. */
public final class CareServer {
  private static final String OWNER = "ann";

  private final List<Draft> journal = new ArrayList<>();
  private final Map<String, Answer> answers = new HashMap<>();
  private CarePlan plan;

  /**
   * @param position after its event; of the journal where there is none
   */
  public record Answer(String key, boolean accepted, int position) {}

  public CareServer(List<String> members) {
    Ruling begun = CareRules.begin("rex", new Heading("Rex", members), visitor(OWNER));
    put(begun);
  }

  public CarePlan plan() {
    return plan;
  }

  public int head() {
    return journal.size();
  }

  /** What comes after a position, as it came over the wire. */
  public List<CareEvent> after(int position) {
    return journal.subList(position, journal.size()).stream().map(CareServer::read).toList();
  }

  /** Decides what somebody sent, or, if it is known by its key, says again what was said. */
  public Answer hear(String user, String key, String operation) {
    return answers.computeIfAbsent(key, unknown -> decide(user, key, operation));
  }

  /** The plan as its journal alone makes it. */
  public CarePlan fold() {
    List<CareEvent> events = after(0);
    CarePlan folded = ((CareEvent.Headed) events.get(0)).begun("rex");
    for (CareEvent event : events.subList(1, events.size())) {
      folded = event.appliedTo(folded);
    }
    return folded;
  }

  private Answer decide(String user, String key, String json) {
    Operation operation = OperationJson.read(JsonText.parse(json).asJsonObject());
    try {
      put(CareRules.operate(plan, operation, visitor(user)));
      return new Answer(key, true, head());
    } catch (Refusal refused) {
      return new Answer(key, false, head());
    }
  }

  private void put(Ruling ruling) {
    plan = ruling.plan();
    ruling.event().map(event -> CareEventJson.draft(event, Instant.EPOCH)).ifPresent(journal::add);
  }

  private static CareEvent read(Draft draft) {
    return CareEventJson.read(draft.type(), draft.data());
  }

  private static Visitor visitor(String user) {
    return new Visitor(user, false);
  }
}
