package com.petstoreapi.care;

import java.util.List;
import java.util.Objects;

/**
 * Who keeps a plan: all that happens in it is told to them.
 *
 * @param owner who began it; he need not be among the members
 * @param members the others, each once
 */
public record Keepers(String owner, List<String> members) {
  /** So many a plan may have beside its owner. */
  public static final int MOST_MEMBERS = 50;

  public Keepers {
    Objects.requireNonNull(owner);
    members = List.copyOf(members);
  }

  public boolean include(String userId) {
    return owner.equals(userId) || members.contains(userId);
  }
}
