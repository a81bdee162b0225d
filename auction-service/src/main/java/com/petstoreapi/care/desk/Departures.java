package com.petstoreapi.care.desk;

import com.petstoreapi.care.Keepers;
import com.petstoreapi.realtime.journal.Commit;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Those who keep a plan no longer after a transaction. */
final class Departures implements Commit.Part {
  private final Consumer<String> dismissal;
  private final Set<String> users = new LinkedHashSet<>();

  /**
   * @param dismissal is told of each when it is committed
   */
  Departures(Consumer<String> dismissal) {
    this.dismissal = dismissal;
  }

  /** Of several changes the last counts. */
  void note(Keepers before, Keepers after) {
    users.addAll(before.members());
    users.removeIf(after::include);
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
