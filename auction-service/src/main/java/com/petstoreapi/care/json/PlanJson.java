package com.petstoreapi.care.json;

import static com.petstoreapi.edge.json.Builders.JSON;

import com.petstoreapi.care.CarePlan;
import com.petstoreapi.care.Heading;
import com.petstoreapi.care.Keepers;
import com.petstoreapi.care.PlanAt;
import com.petstoreapi.edge.json.JsonFields;
import com.petstoreapi.realtime.failure.Refusal;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;

/** Plans: as those see them who keep them, and as they are asked for. */
public final class PlanJson {
  private PlanJson() {}

  public static JsonObject state(PlanAt found) {
    CarePlan plan = found.plan();
    return JSON.createObjectBuilder()
        .add("petId", plan.petId())
        .add("title", plan.title())
        .add("owner", plan.keepers().owner())
        .add("members", users(plan.keepers().members()))
        .add("tasks", TasksJson.write(plan.tasks()))
        .add("position", found.position().toString())
        .build();
  }

  /**
   * What a plan is to be called and who is to keep it: {@code {"title","members"}}.
   *
   * @throws Refusal {@code invalid-message}
   */
  public static Heading heading(JsonFields fields) {
    List<String> members = fields.users("members", Keepers.MOST_MEMBERS);
    return new Heading(fields.text("title", CarePlan.MOST_TITLE), members);
  }

  /** Users by their ids. */
  public static JsonArray users(List<String> users) {
    return JSON.createArrayBuilder(users).build();
  }

  /** Reads what {@link #users(List)} has written. */
  public static List<String> users(JsonValue array) {
    return array.asJsonArray().getValuesAs(JsonString::getString);
  }
}
