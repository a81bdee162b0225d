package com.petstoreapi.edge.json;

import com.petstoreapi.realtime.failure.Refusal;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.Map;

/** Reads JSON that strangers wrote. */
public final class JsonText {
  private static final int MAX_DEPTH = 32;

  private static final JsonReaderFactory READERS =
      Json.createReaderFactory(Map.of("org.eclipse.parsson.maxDepth", MAX_DEPTH));

  private JsonText() {}

  /**
   * Parses one JSON value and nothing after it.
   *
   * @throws Refusal {@code invalid-message} when the text is no JSON or nested deeper than 32
   *     levels
   */
  public static JsonValue parse(String text) {
    try (JsonReader reader = READERS.createReader(new StringReader(text))) {
      return reader.readValue();
    } catch (RuntimeException e) {
      // JsonException for bad syntax, but a bare RuntimeException for "too deep"
      throw Refusal.invalid("The text is not valid JSON, or is nested too deeply.");
    }
  }

  /** Parses an object; anything else is refused. */
  public static JsonFields parseObject(String text) {
    return JsonFields.of(parse(text));
  }

  /** A text, number or truth as a JSON value. */
  public static JsonValue value(Object value) {
    if (value instanceof BigDecimal number) {
      return Json.createValue(number);
    }
    if (value instanceof Number number) {
      return Json.createValue(number.longValue());
    }
    if (value instanceof Boolean truth) {
      return truth ? JsonValue.TRUE : JsonValue.FALSE;
    }
    return Json.createValue(value.toString());
  }
}
