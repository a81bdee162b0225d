package com.petstoreapi.auction.outbox;

import com.petstoreapi.realtime.journal.JournalUnavailable;
import java.util.List;

/**
 * Delivers parcels in their order, and takes out of the outbox what has arrived. What goes as it is
 * goes in runs of many, a sale by itself. A parcel that the receiver refuses as invalid is set
 * aside, so that those behind it get through; the one among many is found by halving.
 */
final class Delivery {
  private static final System.Logger LOG = System.getLogger(Delivery.class.getName());

  private final Outbox outbox;
  private final Courier courier;

  Delivery(Outbox outbox, Courier courier) {
    this.outbox = outbox;
    this.courier = courier;
  }

  /**
   * @param parcels the oldest of the outbox
   * @throws NotDelivered when the receiver is away; what had arrived by then is taken out
   * @throws JournalUnavailable when the outbox cannot be reached
   */
  void deliver(List<Parcel> parcels) throws NotDelivered {
    int next = 0;
    while (next < parcels.size()) {
      Parcel first = parcels.get(next);
      if (first.isSale()) {
        sell(first);
        next++;
      } else {
        int end = endOfRun(parcels, next);
        publish(parcels.subList(next, end));
        next = end;
      }
    }
  }

  private static int endOfRun(List<Parcel> parcels, int from) {
    int end = from;
    while (end < parcels.size() && !parcels.get(end).isSale()) {
      end++;
    }
    return end;
  }

  private void publish(List<Parcel> run) throws NotDelivered {
    try {
      courier.publish(run.stream().map(Notice::of).toList());
      outbox.remove(run);
    } catch (Refused e) {
      if (run.size() == 1) {
        setAside(run.get(0), e);
      } else {
        int half = run.size() / 2;
        publish(run.subList(0, half));
        publish(run.subList(half, run.size()));
      }
    }
  }

  private void sell(Parcel sale) throws NotDelivered {
    try {
      courier.sell(Sold.of(sale));
      outbox.remove(List.of(sale));
    } catch (Refused e) {
      setAside(sale, e);
    }
  }

  private void setAside(Parcel parcel, Refused refusal) {
    outbox.setAside(parcel, refusal.code());
    LOG.log(
        System.Logger.Level.ERROR,
        "announcement {0} ({1}) was refused and is set aside in the outbox: {2}",
        parcel.id(),
        parcel.type(),
        refusal.getMessage());
  }
}
