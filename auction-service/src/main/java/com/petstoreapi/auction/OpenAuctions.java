package com.petstoreapi.auction;

import com.petstoreapi.realtime.journal.JournalUnavailable;
import java.util.List;
import java.util.Set;

/** Which auctions are open now, by their pets. */
@FunctionalInterface
public interface OpenAuctions {
  /** So many are looked at of one pet, the oldest first. */
  int MOST_OF_A_PET = 100;

  /**
   * Those of these pets; may block on the database.
   *
   * @throws JournalUnavailable when it cannot be reached
   */
  List<OpenAuction> of(Set<String> petIds);
}
