package com.petstoreapi.care.support;

import com.petstoreapi.care.Change;
import com.petstoreapi.care.Operation;
import com.petstoreapi.care.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;

/** Operations on few tasks, so that many of them meet. */
public final class RandomOperations {
  private static final int IDS = 12;
  private static final Instant DAY = Instant.parse("2026-03-01T08:00:00Z");

  private final Random random;

  public RandomOperations(Random random) {
    this.random = random;
  }

  public Operation next() {
    return switch (random.nextInt(8)) {
      case 0, 1, 2 -> new Operation.Add(id(), text(), place());
      case 3, 4 -> edit();
      case 5 -> new Operation.Check(id(), random.nextBoolean());
      case 6 -> new Operation.Move(id(), place());
      default -> new Operation.Remove(id());
    };
  }

  private Operation edit() {
    Optional<String> text = random.nextBoolean() ? Optional.of(text()) : Optional.empty();
    Instant due = DAY.plus(Duration.ofDays(random.nextInt(30)));
    return new Operation.Edit(id(), text, change(due), change("user-" + random.nextInt(3)));
  }

  private <T> Change<T> change(T value) {
    return switch (random.nextInt(3)) {
      case 0 -> Change.none();
      case 1 -> Change.cleared();
      default -> Change.to(value);
    };
  }

  private Place place() {
    return switch (random.nextInt(4)) {
      case 0 -> new Place.First();
      case 1 -> new Place.Last();
      default -> new Place.After(id());
    };
  }

  private String id() {
    return "task-" + random.nextInt(IDS);
  }

  private String text() {
    return "text \"" + random.nextInt(1_000) + "\"";
  }
}
