package com.petstoreapi.care.json;

import static com.petstoreapi.edge.json.Builders.JSON;

import com.petstoreapi.care.PlanAt;
import com.petstoreapi.care.Ruling;
import com.petstoreapi.edge.json.JsonFields;
import com.petstoreapi.edge.json.JsonText;
import com.petstoreapi.realtime.journal.Position;
import jakarta.json.JsonObject;
import java.util.List;

/** What is answered to those who change a plan. */
public final class CareAnswers {
  private CareAnswers() {}

  /**
   * What was kept for a plan that was headed.
   *
   * @param created whether it was begun by that
   */
  public record Headed(boolean created, JsonObject plan) {
    /** Reads what {@link #headed} has written. */
    public static Headed read(String answer) {
      JsonFields fields = JsonText.parseObject(answer);
      return new Headed(fields.truth("created"), fields.rawObject("plan"));
    }
  }

  public static String headed(PlanAt plan, boolean created) {
    return JSON.createObjectBuilder()
        .add("created", created)
        .add("plan", PlanJson.state(plan))
        .build()
        .toString();
  }

  /**
   * {@code {"effect","position"}}: whether anything has changed by it.
   *
   * @param position of its event; of the stream where it did nothing
   */
  public static String effect(Ruling ruling, Position position) {
    return JSON.createObjectBuilder()
        .add("effect", ruling.event().isPresent() ? "applied" : "none")
        .add("position", position.toString())
        .build()
        .toString();
  }

  /**
   * {@code {"position","results"}}.
   *
   * @param effects of each in its order
   */
  public static String effects(List<String> effects, Position position) {
    return "{\"position\":\"%s\",\"results\":[%s]}".formatted(position, String.join(",", effects));
  }

  /** The only effect among {@link #effects}, of an operation that came alone. */
  public static String onlyEffect(String answer) {
    return JsonText.parse(answer).asJsonObject().getJsonArray("results").get(0).toString();
  }
}
