package com.petstoreapi.care.socket;

import static com.petstoreapi.edge.json.Builders.JSON;

import com.petstoreapi.circle.RemarkKind;
import com.petstoreapi.edge.json.JsonFields;
import com.petstoreapi.realtime.failure.Refusal;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.Optional;

/** At which task somebody is: {@code {"taskId","field"?}}; at none, {@code {"taskId":null}}. */
final class CursorRemark {
  static final String NAME = "cursor";

  private static final String NOWHERE =
      JSON.createObjectBuilder().addNull("taskId").build().toString();

  static final RemarkKind KIND = new RemarkKind(NAME, Duration.ofSeconds(10), NOWHERE);

  private CursorRemark() {}

  /**
   * @throws Refusal {@code invalid-message}
   */
  static String fields(JsonFields message) {
    Optional<String> taskId = message.optionalId("taskId");
    Optional<String> field = message.optionalId("field");
    if (taskId.isEmpty()) {
      return NOWHERE;
    }
    JsonObjectBuilder fields = JSON.createObjectBuilder().add("taskId", taskId.get());
    field.ifPresent(name -> fields.add("field", name));
    return fields.build().toString();
  }
}
