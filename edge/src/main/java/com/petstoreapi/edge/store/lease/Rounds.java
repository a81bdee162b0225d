package com.petstoreapi.edge.store.lease;

import com.petstoreapi.realtime.journal.JournalUnavailable;
import java.util.function.BooleanSupplier;

/**
 * A piece of work that is to be done again and again, on one node at a time. It may block on the
 * database; that this is away is told once, however many rounds it lasts.
 */
public final class Rounds implements Runnable {
  private static final System.Logger LOG = System.getLogger(Rounds.class.getName());

  private final String name;
  private final BooleanSupplier ours;
  private final Runnable work;
  private boolean blind;

  /**
   * @param name of the work, for the log
   * @param ours whether it is this node that does it
   * @param work one round of it; may throw {@link JournalUnavailable}
   */
  public Rounds(String name, BooleanSupplier ours, Runnable work) {
    this.name = name;
    this.ours = ours;
    this.work = work;
  }

  /** Goes once, if it is this node's work. To be called by one thread at a time; throws nothing. */
  @Override
  public void run() {
    if (!ours.getAsBoolean()) {
      return;
    }
    try {
      work.run();
      blind = false;
    } catch (JournalUnavailable e) {
      if (!blind) {
        LOG.log(System.Logger.Level.WARNING, "the " + name + " cannot see what is due", e);
      }
      blind = true;
    } catch (RuntimeException e) { // there would be no further round
      LOG.log(System.Logger.Level.ERROR, "the " + name + " stumbled", e);
    }
  }
}
