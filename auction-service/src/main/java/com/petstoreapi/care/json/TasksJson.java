package com.petstoreapi.care.json;

import static com.petstoreapi.edge.json.Builders.JSON;

import com.petstoreapi.care.Task;
import com.petstoreapi.care.Tasks;
import com.petstoreapi.edge.json.JsonFields;
import com.petstoreapi.edge.json.Timestamps;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** The tasks of a plan, as clients see them and as they are kept. */
public final class TasksJson {
  private TasksJson() {}

  public static JsonArray write(Tasks tasks) {
    JsonArrayBuilder array = JSON.createArrayBuilder();
    for (int order = 0; order < tasks.list().size(); order++) {
      array.add(write(tasks.list().get(order), order));
    }
    return array.build();
  }

  /** Reads what {@link #write} has written. */
  public static Tasks read(JsonArray array) {
    return new Tasks(array.stream().map(JsonFields::of).map(TasksJson::task).toList());
  }

  private static JsonObject write(Task task, int order) {
    JsonObjectBuilder json =
        JSON.createObjectBuilder()
            .add("id", task.id())
            .add("text", task.text())
            .add("done", task.done());
    task.due().ifPresent(due -> json.add("due", Timestamps.format(due)));
    task.assignee().ifPresent(assignee -> json.add("assignee", assignee));
    return json.add("order", order).build();
  }

  private static Task task(JsonFields fields) {
    return new Task(
        fields.id("id"),
        fields.text("text", Task.MOST_TEXT),
        fields.truth("done"),
        fields.optionalTime("due"),
        fields.optionalUser("assignee"));
  }
}
