package com.petstoreapi.edge.json;

import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.value.Money;
import com.petstoreapi.realtime.value.Names;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The fields of a JSON object that somebody sent, read with their bounds. A field that is missing,
 * of the wrong type or out of bounds is refused with {@code invalid-message} and its name; null
 * counts as missing; fields that nobody asks for are ignored.
 */
public final class JsonFields {
  /** And half characters, which cannot be written in UTF-8. */
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\p{Cs}]");

  private static final Pattern NOT_IN_PASSAGES = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\t\r\n]]");

  private final JsonObject object;

  private JsonFields(JsonObject object) {
    this.object = object;
  }

  /**
   * @throws Refusal when the value is not an object
   */
  public static JsonFields of(JsonValue value) {
    if (value instanceof JsonObject object) {
      return new JsonFields(object);
    }
    throw Refusal.invalid("A JSON object is expected.");
  }

  public boolean has(String name) {
    return object.containsKey(name) && !object.isNull(name);
  }

  /** A text of one line: 1 to {@code most} characters, none of them a control character. */
  public String text(String name, int most) {
    return optionalText(name, most).orElseThrow(() -> missing(name));
  }

  public Optional<String> optionalText(String name, int most) {
    Optional<String> text = string(name);
    text.ifPresent(
        value -> {
          boolean bounded = !value.isBlank() && value.length() <= most;
          if (!bounded || CONTROL.matcher(value).find()) {
            throw wrong(name, "a text of 1 to " + most + " characters without control characters");
          }
        });
    return text;
  }

  /**
   * A text of any number of lines: 1 to {@code most} characters, no control characters but tabs and
   * the ends of lines, and no half characters, which could not be written in UTF-8.
   */
  public String passage(String name, int most) {
    String text = string(name).orElseThrow(() -> missing(name));
    boolean bounded = !text.isBlank() && text.length() <= most;
    if (!bounded || NOT_IN_PASSAGES.matcher(text).find()) {
      throw wrong(name, "a text of 1 to " + most + " characters without control characters");
    }
    return text;
  }

  /** An id: 1 to 64 characters of {@code [A-Za-z0-9._-]}. */
  public String id(String name) {
    return optionalId(name).orElseThrow(() -> missing(name));
  }

  public Optional<String> optionalId(String name) {
    return matching(name, Names.ID, "an id of up to 64 characters of [A-Za-z0-9._-]");
  }

  /** A user's id: 1 to 64 printable ASCII characters. */
  public String user(String name) {
    return optionalUser(name).orElseThrow(() -> missing(name));
  }

  /** The same, where it may be left out. */
  public Optional<String> optionalUser(String name) {
    return matching(name, Names.USER, "a user's id of up to 64 printable characters");
  }

  /** A text that matches a pattern as a whole. */
  public String matching(String name, Pattern pattern) {
    return matching(name, pattern, "a text like " + pattern.pattern())
        .orElseThrow(() -> missing(name));
  }

  /** One of an enumeration's names. */
  public <E extends Enum<E>> E oneOf(String name, Class<E> type) {
    String text = string(name).orElseThrow(() -> missing(name));
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equals(text))
        .findAny()
        .orElseThrow(() -> wrong(name, "one of " + Arrays.toString(type.getEnumConstants())));
  }

  public boolean truth(String name) {
    if (!has(name)) {
      throw missing(name);
    }
    JsonValue value = object.get(name);
    if (value == JsonValue.TRUE || value == JsonValue.FALSE) {
      return value == JsonValue.TRUE;
    }
    throw wrong(name, "true or false");
  }

  /** An array of up to so many users' ids; whom it names twice is there once. */
  public List<String> users(String name, int most) {
    if (!has(name)) {
      throw missing(name);
    }
    if (object.get(name) instanceof JsonArray array && array.size() <= most) {
      List<String> users =
          array.stream()
              .map(value -> value instanceof JsonString user ? user.getString() : "")
              .distinct()
              .toList();
      if (users.stream().allMatch(Names::isUser)) {
        return users;
      }
    }
    throw wrong(name, "an array of up to " + most + " users' ids");
  }

  /** An array of texts, each one of those that are allowed. */
  public Optional<Set<String>> optionalTexts(String name, Set<String> allowed) {
    if (!has(name)) {
      return Optional.empty();
    }
    Set<String> texts = new TreeSet<>();
    if (object.get(name) instanceof JsonArray array) {
      for (JsonValue value : array) {
        texts.add(value instanceof JsonString text ? text.getString() : "");
      }
      if (allowed.containsAll(texts)) {
        return Optional.of(texts);
      }
    }
    throw wrong(name, "an array of texts out of " + new TreeSet<>(allowed));
  }

  /** A whole number in a range. */
  public long integer(String name, long least, long most) {
    return optionalInteger(name, least, most).orElseThrow(() -> missing(name));
  }

  public Optional<Long> optionalInteger(String name, long least, long most) {
    return number(name)
        .map(
            number -> {
              // As long: 1 - (-2147483647) is no int.
              long digits = (long) number.precision() - number.scale();
              boolean small = digits <= 18 && number.scale() <= 0;
              if (small || number.signum() == 0) {
                long value = number.longValue();
                if (value >= least && value <= most) {
                  return value;
                }
              }
              throw wrong(name, "a whole number from " + least + " to " + most);
            });
  }

  /** An amount in major units, at most two decimals, 0 or more. */
  public Money money(String name, String currency) {
    return optionalMoney(name, currency).orElseThrow(() -> missing(name));
  }

  public Optional<Money> optionalMoney(String name, String currency) {
    return number(name)
        .map(
            amount -> {
              try {
                return Money.of(amount, currency);
              } catch (Refusal e) {
                throw wrong(name, "an amount from 0 to 10000000000 with at most two decimals");
              }
            });
  }

  /** An ISO 4217 code; {@code USD} when there is none. */
  public String currency() {
    return matching("currency", Pattern.compile("[A-Z]{3}"), "an ISO 4217 code such as USD")
        .orElse("USD");
  }

  /** A time in RFC 3339, to the millisecond, in the years 2000 to 9999. */
  public Optional<Instant> optionalTime(String name) {
    return string(name)
        .map(
            text -> {
              try {
                OffsetDateTime time = OffsetDateTime.parse(text);
                if (time.getYear() >= 2000 && time.getYear() <= 9999) {
                  return time.toInstant().truncatedTo(ChronoUnit.MILLIS);
                }
              } catch (DateTimeException e) {
                // told below, like a time out of range
              }
              throw wrong(name, "a time such as 2026-01-31T12:00:00Z");
            });
  }

  /** An object within the object. */
  public Optional<JsonFields> optionalObject(String name) {
    return has(name) ? Optional.of(new JsonFields(rawObject(name))) : Optional.empty();
  }

  /** An array of objects, 1 to {@code most}. */
  public Optional<List<JsonFields>> optionalObjects(String name, int most) {
    if (!has(name)) {
      return Optional.empty();
    }
    boolean fits =
        object.get(name) instanceof JsonArray array
            && !array.isEmpty()
            && array.size() <= most
            && array.stream().allMatch(JsonObject.class::isInstance);
    if (!fits) {
      throw wrong(name, "an array of 1 to " + most + " objects");
    }
    return Optional.of(object.getJsonArray(name).stream().map(JsonFields::of).toList());
  }

  /** An object as it is. */
  public JsonObject rawObject(String name) {
    if (!has(name)) {
      throw missing(name);
    }
    if (object.get(name) instanceof JsonObject value) {
      return value;
    }
    throw wrong(name, "an object");
  }

  private Optional<String> matching(String name, Pattern pattern, String expected) {
    Optional<String> text = string(name);
    if (text.isPresent() && !pattern.matcher(text.get()).matches()) {
      throw wrong(name, expected);
    }
    return text;
  }

  private Optional<String> string(String name) {
    if (!has(name)) {
      return Optional.empty();
    }
    if (object.get(name) instanceof JsonString text) {
      return Optional.of(text.getString());
    }
    throw wrong(name, "a text");
  }

  private Optional<BigDecimal> number(String name) {
    if (!has(name)) {
      return Optional.empty();
    }
    if (!(object.get(name) instanceof JsonNumber number)) {
      throw wrong(name, "a number");
    }
    try {
      return Optional.of(number.bigDecimalValue());
    } catch (ArithmeticException | UnsupportedOperationException e) {
      throw wrong(name, "a number of a sensible size");
    }
  }

  private static Refusal missing(String name) {
    return Refusal.invalid("Field " + name + " is missing.");
  }

  private static Refusal wrong(String name, String expected) {
    return Refusal.invalid("Field " + name + " must be " + expected + ".");
  }
}
