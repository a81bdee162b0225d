package com.petstoreapi.auction.outbox;

import com.petstoreapi.realtime.journal.JournalUnavailable;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Empties the outbox, oldest first, for as long as the service lives: on one node at a time, for
 * all of them. While the receiver is away the parcels wait, and it is tried again for ever, less
 * and less often.
 */
public final class OutboxRelay implements Runnable {
  private static final System.Logger LOG = System.getLogger(OutboxRelay.class.getName());
  private static final int PARCELS_AT_ONCE = 200;

  /** Of what other nodes have put in, this one hears nothing. */
  private static final long LOOK_EVERY_MILLIS = 250;

  private final Outbox outbox;
  private final Delivery delivery;
  private final BooleanSupplier ours;
  private final BackOff backOff = new BackOff();

  /**
   * @param ours whether it is this node that delivers
   */
  OutboxRelay(Outbox outbox, Delivery delivery, BooleanSupplier ours) {
    this.outbox = outbox;
    this.delivery = delivery;
    this.ours = ours;
  }

  /** Returns when its thread is interrupted. */
  @Override
  public void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        if (deliverAll()) {
          outbox.awaitNews(LOOK_EVERY_MILLIS);
        } else {
          Thread.sleep(backOff.nextMillis());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns whether nothing waits in the outbox now that is this node's to deliver. */
  boolean deliverAll() {
    try {
      List<Parcel> parcels = next();
      while (!parcels.isEmpty()) {
        delivery.deliver(parcels);
        parcels = next();
      }
      noteSuccess();
      return true;
    } catch (NotDelivered | JournalUnavailable e) {
      noteFailure(e);
      return false;
    } catch (RuntimeException e) { // nobody would start the relay again
      LOG.log(System.Logger.Level.ERROR, "the outbox relay stumbled", e);
      noteFailure(e);
      return false;
    }
  }

  private List<Parcel> next() {
    return ours.getAsBoolean() ? outbox.first(PARCELS_AT_ONCE) : List.of();
  }

  /** One line in the log for each change, none for each try. */
  private void noteFailure(Exception failure) {
    if (!backOff.isBackingOff()) {
      LOG.log(
          System.Logger.Level.WARNING,
          "announcements wait in the outbox: {0}",
          failure.getMessage());
    }
    backOff.increase();
  }

  private void noteSuccess() {
    if (backOff.isBackingOff()) {
      LOG.log(System.Logger.Level.INFO, "announcements are delivered again");
    }
    backOff.reset();
  }
}
