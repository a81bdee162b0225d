package com.petstoreapi.care.json;

import static com.petstoreapi.edge.json.Builders.JSON;

import com.petstoreapi.care.CareEvent;
import com.petstoreapi.care.CareEvent.Headed;
import com.petstoreapi.care.CareEvent.Operated;
import com.petstoreapi.care.Keepers;
import com.petstoreapi.edge.json.JsonText;
import com.petstoreapi.edge.json.Timestamps;
import com.petstoreapi.realtime.journal.Audience;
import com.petstoreapi.realtime.journal.Draft;
import com.petstoreapi.realtime.journal.Event;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;

/**
 * The events of a plan as its journal keeps them. Their data is what clients get; type and position
 * are the transport's to add.
 */
public final class CareEventJson {
  /** Something was done with a task. */
  public static final String OP = "op";

  /** The plan was begun, or is called or kept by others than before. */
  public static final String PLAN = "plan";

  private CareEventJson() {}

  /**
   * @param at when it was decided
   */
  public static Draft draft(CareEvent event, Instant at) {
    JsonObjectBuilder data = JSON.createObjectBuilder().add("from", event.from());
    String type;
    if (event instanceof Operated operated) {
      type = OP;
      data.add("op", OperationJson.write(operated.operation()));
    } else {
      type = PLAN;
      head((Headed) event, data);
    }
    data.add("at", Timestamps.format(at));
    return new Draft(type, Audience.EVERYONE, "", data.build().toString());
  }

  /** What was put down by {@link #draft}. */
  public static CareEvent read(String type, String json) {
    JsonObject data = JsonText.parse(json).asJsonObject();
    String from = data.getString("from");
    return type.equals(OP)
        ? new Operated(from, OperationJson.read(data.getJsonObject("op")))
        : new Headed(from, data.getString("title"), keepers(data));
  }

  /** Who keeps the plan after an event; only one of type {@link #PLAN} says so. */
  public static Keepers keepers(Event event) {
    return keepers(JsonText.parse(event.data()).asJsonObject());
  }

  private static void head(Headed headed, JsonObjectBuilder data) {
    data.add("title", headed.title())
        .add("owner", headed.keepers().owner())
        .add("members", PlanJson.users(headed.keepers().members()));
  }

  private static Keepers keepers(JsonObject data) {
    return new Keepers(data.getString("owner"), PlanJson.users(data.get("members")));
  }
}
