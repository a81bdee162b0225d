package com.petstoreapi.auction;

import com.petstoreapi.realtime.journal.Commit;
import java.util.List;

/** Carries announcements to where people listen, sooner or later, each once. */
public interface Announcements {
  /** Takes them over in the transaction that decides: both hold, or neither. */
  void make(Commit commit, List<Announcement> announcements);

  /** Some that were made may be durable by now. Never blocks. */
  void committed();
}
