package com.petstoreapi.chat.desk;

import com.petstoreapi.realtime.journal.Commit;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Those who belong to a room no longer after a transaction: they are shown out when it stands. */
final class Dismissed implements Commit.Part {
  private final Consumer<String> dismissal;
  private final Set<String> users = new LinkedHashSet<>();

  Dismissed(Consumer<String> dismissal) {
    this.dismissal = dismissal;
  }

  void add(String user) {
    users.add(user);
  }

  void remove(String user) {
    users.remove(user);
  }

  @Override
  public void flush(Commit commit) {
    // nothing is written of it
  }

  @Override
  public void committed(Commit commit) {
    users.forEach(dismissal);
  }
}
