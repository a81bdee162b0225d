package com.petstoreapi.circle.json;

import static com.petstoreapi.edge.json.Builders.JSON;

import com.petstoreapi.circle.Remark;
import com.petstoreapi.edge.json.JsonFields;
import com.petstoreapi.edge.json.JsonText;
import com.petstoreapi.realtime.failure.Refusal;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Optional;

/** Remarks as clients are told, and as nodes tell each other. */
public final class RemarkJson {
  private RemarkJson() {}

  /** {@code {"type":kind,"userId",…}} with the remark's own fields. */
  public static String message(Remark remark) {
    JsonObjectBuilder message =
        JSON.createObjectBuilder().add("type", remark.kind()).add("userId", remark.user());
    fields(remark).forEach(message::add);
    return message.build().toString();
  }

  /** As it goes from node to node. */
  public static String write(Remark remark) {
    return JSON.createObjectBuilder()
        .add("place", remark.place())
        .add("user", remark.user())
        .add("kind", remark.kind())
        .add("fields", fields(remark))
        .build()
        .toString();
  }

  /** Empty for what is none, or of a version to come. */
  public static Optional<Remark> read(String text) {
    try {
      JsonFields fields = JsonText.parseObject(text);
      return Optional.of(
          new Remark(
              fields.text("place", 100),
              fields.user("user"),
              fields.id("kind"),
              fields.rawObject("fields").toString()));
    } catch (Refusal e) {
      return Optional.empty();
    }
  }

  private static JsonObject fields(Remark remark) {
    return JsonText.parse(remark.fields()).asJsonObject();
  }
}
