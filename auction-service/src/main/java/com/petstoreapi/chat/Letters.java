package com.petstoreapi.chat;

import com.petstoreapi.realtime.journal.Commit;

/** Tells people who are elsewhere, sooner or later, each once. */
public interface Letters {
  /**
   * Takes a letter over in the transaction that decides: both hold, or neither.
   *
   * @param type the event's type where it is read
   * @param data a JSON object on one line
   */
  void post(Commit commit, String user, String type, String data);

  /** Some that were posted may be durable by now. Never blocks. */
  void committed();
}
