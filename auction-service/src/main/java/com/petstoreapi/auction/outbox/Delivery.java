package com.petstoreapi.auction.outbox;

import com.petstoreapi.auction.watch.WatchLists;
import com.petstoreapi.realtime.journal.JournalUnavailable;
import com.petstoreapi.realtime.tracing.Stage;
import com.petstoreapi.realtime.tracing.Step;
import com.petstoreapi.realtime.tracing.Tracing;
import java.util.ArrayList;
import java.util.List;

/**
 * Delivers parcels in their order, and takes out of the outbox what has arrived. What goes as it is
 * goes in runs of many, a sale by itself; what goes to all who watch a pet goes to a thousand of
 * them, and to the next thousand when it is delivered again, so that it holds up nobody for long. A
 * parcel that the receiver refuses as invalid is set aside, so that those behind it get through;
 * the one among many is found by halving.
 */
final class Delivery {
  private static final System.Logger LOG = System.getLogger(Delivery.class.getName());
  private static final int WATCHERS_AT_ONCE = 1_000;

  private final Outbox outbox;
  private final WatchLists watchLists;
  private final Courier courier;
  private final Tracing tracing;

  Delivery(Outbox outbox, WatchLists watchLists, Courier courier, Tracing tracing) {
    this.outbox = outbox;
    this.watchLists = watchLists;
    this.courier = courier;
    this.tracing = tracing;
  }

  /**
   * @param parcels the oldest of the outbox
   * @throws NotDelivered when the receiver is away; what had arrived by then is taken out
   * @throws JournalUnavailable when the outbox cannot be reached
   */
  void deliver(List<Parcel> parcels) throws NotDelivered {
    List<Parcel> arrived = new ArrayList<>();
    try {
      int next = 0;
      while (next < parcels.size()) {
        int end = endOfRun(parcels, next);
        follow(parcels.subList(next, end), arrived);
        next = end;
      }
    } finally {
      outbox.remove(arrived);
    }
  }

  /** What goes as it is goes together with its like; anything else by itself. */
  private static int endOfRun(List<Parcel> parcels, int from) {
    int end = from + 1;
    while (parcels.get(from).isPlain() && end < parcels.size() && parcels.get(end).isPlain()) {
      end++;
    }
    return end;
  }

  /** The calls that bring it belong to the first of those that are followed. */
  @SuppressWarnings("try")
  private void follow(List<Parcel> run, List<Parcel> arrived) throws NotDelivered {
    Step step = tracing.isOn() ? begin(run) : Step.NONE;
    try (Step.Current current = step.makeCurrent()) {
      deliver(run, arrived);
      step.end();
    } catch (NotDelivered | RuntimeException e) {
      step.fail();
      throw e;
    }
  }

  private Step begin(List<Parcel> run) {
    List<String> causes = run.stream().map(Parcel::trace).toList();
    return tracing.follow(Stage.OUTBOX, "outbox", run.size(), causes);
  }

  private void deliver(List<Parcel> run, List<Parcel> arrived) throws NotDelivered {
    Parcel first = run.get(0);
    if (first.isSale()) {
      sell(first, arrived);
    } else if (first.isForWatchers()) {
      tellWatchers(first, arrived);
    } else {
      publish(run, arrived);
    }
  }

  private void publish(List<Parcel> run, List<Parcel> arrived) throws NotDelivered {
    try {
      courier.publish(run.stream().map(Notice::of).toList());
      arrived.addAll(run);
    } catch (Refused e) {
      if (run.size() == 1) {
        setAside(run.get(0), e);
      } else {
        int half = run.size() / 2;
        publish(run.subList(0, half), arrived);
        publish(run.subList(half, run.size()), arrived);
      }
    }
  }

  private void sell(Parcel sale, List<Parcel> arrived) throws NotDelivered {
    try {
      courier.sell(Sold.of(sale));
      arrived.add(sale);
    } catch (Refused e) {
      setAside(sale, e);
    }
  }

  private void tellWatchers(Parcel parcel, List<Parcel> arrived) throws NotDelivered {
    List<String> users = watchLists.watching(parcel.petId(), parcel.reached(), WATCHERS_AT_ONCE);
    tell(users.stream().map(user -> Notice.of(parcel, user)).toList());
    if (users.size() < WATCHERS_AT_ONCE) {
      arrived.add(parcel);
    } else {
      outbox.reached(parcel, users.get(users.size() - 1));
    }
  }

  private void tell(List<Notice> notices) throws NotDelivered {
    if (notices.isEmpty()) {
      return;
    }
    try {
      courier.publish(notices);
    } catch (Refused e) {
      if (notices.size() == 1) {
        LOG.log(System.Logger.Level.ERROR, "one who watches is not told: {0}", e.getMessage());
      } else {
        int half = notices.size() / 2;
        tell(notices.subList(0, half));
        tell(notices.subList(half, notices.size()));
      }
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
