package com.petstoreapi.care;

import java.util.Objects;
import java.util.Optional;

/**
 * What an edit does with a field that may be empty.
 *
 * @param made false where the field is left as it is
 * @param value of a change that is made; empty for one that clears the field
 */
public record Change<T>(boolean made, Optional<T> value) {
  public Change {
    Objects.requireNonNull(value);
  }

  public static <T> Change<T> none() {
    return new Change<>(false, Optional.empty());
  }

  public static <T> Change<T> to(T value) {
    return new Change<>(true, Optional.of(value));
  }

  public static <T> Change<T> cleared() {
    return new Change<>(true, Optional.empty());
  }

  Optional<T> appliedTo(Optional<T> before) {
    return made ? value : before;
  }
}
