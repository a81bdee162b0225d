package com.petstoreapi.systemtests.soak;

/** Something that people listen to: it has a ledger, and may be over. */
interface Gathering {
  Ledger ledger();

  /** Whether nothing more is told: who is there may go when he has heard it all. */
  boolean isOver();
}
