package com.petstoreapi.edge.json;

import com.petstoreapi.realtime.failure.Refusal;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.Map;

/** Reads JSON that strangers wrote. */
public final class JsonText {
  private static final int MAX_DEPTH = 32;

  /** Parsson refuses a depth that equals its bound. */
  private static final JsonParserFactory PARSERS =
      Json.createParserFactory(Map.of("org.eclipse.parsson.maxDepth", MAX_DEPTH + 1));

  /** Kept: {@code Json.create…} looks for it in the class path at each call. */
  private static final JsonProvider PROVIDER = JsonProvider.provider();

  private JsonText() {}

  /**
   * Parses one JSON value and nothing after it.
   *
   * @throws Refusal {@code invalid-message} when the text is no JSON or nested deeper than 32
   *     levels
   */
  public static JsonValue parse(String text) {
    try (JsonParser parser = PARSERS.createParser(new StringReader(text))) {
      parser.next();
      JsonValue value = parser.getValue();
      if (!parser.hasNext()) { // which throws if something follows that is no JSON
        return value;
      }
    } catch (RuntimeException e) {
      // JsonException for bad syntax, but a bare RuntimeException for "too deep"
    }
    throw Refusal.invalid("The text is not valid JSON, or is nested too deeply.");
  }

  /** Parses an object; anything else is refused. */
  public static JsonFields parseObject(String text) {
    return JsonFields.of(parse(text));
  }

  /** A text, number or truth as a JSON value. */
  public static JsonValue value(Object value) {
    if (value instanceof BigDecimal number) {
      return PROVIDER.createValue(number);
    }
    if (value instanceof Number number) {
      return PROVIDER.createValue(number.longValue());
    }
    if (value instanceof Boolean truth) {
      return truth ? JsonValue.TRUE : JsonValue.FALSE;
    }
    return PROVIDER.createValue(value.toString());
  }
}
