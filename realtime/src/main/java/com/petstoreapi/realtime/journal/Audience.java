package com.petstoreapi.realtime.journal;

import java.util.Objects;

/**
 * Who may see an event: everyone, or one user.
 *
 * @param user the only user who may see it; empty for everyone
 */
public record Audience(String user) {
  public static final Audience EVERYONE = new Audience("");

  public Audience {
    Objects.requireNonNull(user);
  }

  public static Audience only(String user) {
    if (user.isEmpty()) {
      throw new IllegalArgumentException("an audience of one needs the user's id");
    }
    return new Audience(user);
  }

  public boolean isEveryone() {
    return user.isEmpty();
  }

  public boolean admits(String someone) {
    return user.isEmpty() || user.equals(someone);
  }
}
