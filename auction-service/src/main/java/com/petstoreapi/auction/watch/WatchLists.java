package com.petstoreapi.auction.watch;

import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.journal.JournalUnavailable;
import java.util.List;
import java.util.Optional;

/**
 * Which pets each user watches. A list outlives connections and restarts; whether there is such a
 * pet nobody asks here. Each method may block on the database, and throws {@link
 * JournalUnavailable} when that cannot be reached.
 */
public interface WatchLists {
  /** So many pets a user may watch. */
  int MOST = 500;

  /**
   * Adds a pet to a user's list; one that is there stays as it is.
   *
   * @throws Refusal {@code limit-reached} when the list is full
   */
  void add(String user, String petId);

  /** Takes a pet off a user's list, if it is there. */
  void remove(String user, String petId);

  Optional<Watch> find(String user, String petId);

  /**
   * A page of a user's list, by the pets' ids.
   *
   * @param after the pet after which to go on; empty for the first page
   * @param limit at most so many, 1 or more
   */
  List<Watch> of(String user, String after, int limit);

  /**
   * A page of the users who watch a pet, by their ids.
   *
   * @param after the user after whom to go on; empty for the first page
   * @param limit at most so many, 1 or more
   */
  List<String> watching(String petId, String after, int limit);
}
