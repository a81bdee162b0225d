package com.petstoreapi.care.support;

import com.petstoreapi.care.CareEvent;
import com.petstoreapi.care.CarePlan;
import com.petstoreapi.care.Operation;
import com.petstoreapi.care.Tasks;
import com.petstoreapi.care.json.OperationJson;
import com.petstoreapi.care.support.CareServer.Answer;
import com.petstoreapi.realtime.failure.Refusal;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;

/**
 * A client that shows at once what its user does: the plan as the server told it, with what is
 * still under way on top. When it comes back it goes on from where it was, and says again what it
 * has no answer to, under the same keys.
 */
public final class EditingClient {
  private final String user;
  private final CareServer server;
  private final Map<String, Operation> pending = new LinkedHashMap<>();
  private final Map<String, Integer> settled = new LinkedHashMap<>();
  private final Queue<String> upwards = new ArrayDeque<>();
  private final Queue<Answer> answers = new ArrayDeque<>();
  private CarePlan told;
  private int position;
  private int keys;
  private boolean connected = true;

  public EditingClient(String user, CareServer server) {
    this.user = user;
    this.server = server;
    this.told = server.plan();
    this.position = server.head();
  }

  /** What its user sees. */
  public Tasks shown() {
    Tasks shown = told.tasks();
    for (Operation operation : pending.values()) {
      try {
        shown = operation.appliedTo(shown);
      } catch (Refusal full) {
        // so will the server say
      }
    }
    return shown;
  }

  /** Whether all is answered, and all that happened was told. */
  public boolean isQuiet() {
    return pending.isEmpty() && position == server.head();
  }

  public boolean isConnected() {
    return connected;
  }

  public void edit(Operation operation) {
    String key = user + '-' + ++keys;
    pending.put(key, operation);
    if (connected) {
      upwards.add(key);
    }
  }

  /** The server hears the next message that is under way, if there is one. */
  public void pump() {
    String key = connected ? upwards.poll() : null;
    if (key != null) {
      answers.add(server.hear(user, key, OperationJson.write(pending.get(key)).toString()));
    }
  }

  /** The client hears the next answer, if there is one. */
  public void hearAnswer() {
    Answer answer = connected ? answers.poll() : null;
    if (answer != null) {
      settled.put(answer.key(), answer.accepted() ? answer.position() : 0);
      forgetSettled();
    }
  }

  /** The client hears some of what has happened. */
  public void hearEvents(int most) {
    if (connected) {
      server.after(position).stream().limit(most).forEach(this::hear);
      forgetSettled();
    }
  }

  /** All that is under way is lost: what the server has not heard, and what it has answered. */
  public void cut() {
    connected = false;
    upwards.clear();
    answers.clear();
  }

  public void comeBack() {
    connected = true;
    pending.keySet().stream().filter(key -> !settled.containsKey(key)).forEach(upwards::add);
  }

  private void hear(CareEvent event) {
    told = event.appliedTo(told);
    position++;
  }

  /** What was decided is shown on top until what came of it was told. */
  private void forgetSettled() {
    pending.keySet().removeIf(key -> settled.getOrDefault(key, Integer.MAX_VALUE) <= position);
  }
}
