package com.petstoreapi.care;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing that is to be done for a pet.
 *
 * @param id made up by whoever added it; unique within the plan
 * @param text 1 to {@link #MOST_TEXT} characters
 * @param due by when it is to be done; empty for whenever
 * @param assignee the user who is to do it; empty for whoever comes first
 */
public record Task(
    String id, String text, boolean done, Optional<Instant> due, Optional<String> assignee) {
  public static final int MOST_TEXT = 500;

  public Task {
    Objects.requireNonNull(id);
    Objects.requireNonNull(text);
    Objects.requireNonNull(due);
    Objects.requireNonNull(assignee);
  }

  /** One as it is when it is added. */
  static Task open(String id, String text) {
    return new Task(id, text, false, Optional.empty(), Optional.empty());
  }

  Task with(boolean isDone) {
    return new Task(id, text, isDone, due, assignee);
  }
}
