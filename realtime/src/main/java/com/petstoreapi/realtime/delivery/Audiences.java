package com.petstoreapi.realtime.delivery;

import com.petstoreapi.realtime.journal.Audience;
import java.util.Set;

/**
 * Whom the events are for that have moved a stream's head.
 *
 * @param users each of them once; the empty one stands for everyone, as in {@link Audience#user}
 */
public record Audiences(Set<String> users) {
  public Audiences {
    users = Set.copyOf(users);
  }

  /** Whether everyone may find something new; else only the {@link #users} can. */
  public boolean includeEveryone() {
    return users.contains(Audience.EVERYONE.user());
  }
}
