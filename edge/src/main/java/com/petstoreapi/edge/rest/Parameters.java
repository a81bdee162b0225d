package com.petstoreapi.edge.rest;

import com.petstoreapi.realtime.failure.Refusal;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads query parameters with their bounds; what is wrong is refused with the parameter's name. */
public final class Parameters {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
  private static final Pattern CURSOR = Pattern.compile("[\\x21-\\x7e]{1,128}");

  private Parameters() {}

  /** How many items a page may have: 1 to {@code most}. */
  public static int limit(String text, int otherwise, int most) {
    return number("limit", text, otherwise, 1, most);
  }

  /** A whole number in a range. */
  public static int number(String name, String text, int otherwise, int least, int most) {
    if (text == null || text.isEmpty()) {
      return otherwise;
    }
    int value = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : -1;
    if (value < least || value > most) {
      throw Refusal.invalid(
          "Parameter " + name + " must be a whole number from " + least + " to " + most + ".");
    }
    return value;
  }

  /** Where a page begins; empty for the first. */
  public static String cursor(String text) {
    if (text == null || text.isEmpty()) {
      return "";
    }
    if (!CURSOR.matcher(text).matches()) {
      throw Refusal.invalid("Parameter cursor is none that was given out.");
    }
    return text;
  }

  /** One of an enumeration's names. */
  public static <E extends Enum<E>> Optional<E> oneOf(String name, String text, Class<E> type) {
    if (text == null || text.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Arrays.stream(type.getEnumConstants())
            .filter(constant -> constant.name().equals(text))
            .findAny()
            .orElseThrow(
                () ->
                    Refusal.invalid(
                        "Parameter %s must be one of %s."
                            .formatted(name, Arrays.toString(type.getEnumConstants())))));
  }
}
