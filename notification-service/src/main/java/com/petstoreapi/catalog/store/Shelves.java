package com.petstoreapi.catalog.store;

import com.petstoreapi.notification.NotificationStream;
import com.petstoreapi.realtime.delivery.LiveStreams;
import com.petstoreapi.realtime.journal.Commit;
import com.petstoreapi.realtime.journal.JournalUnavailable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;

/**
 * Where the stock is kept. While it falls fast, people are told of it so many times a second and no
 * more, over all nodes; the node that leaves a number untold tells it a moment later, and should it
 * die before, {@link #tellForgotten} does. Safe for use by many threads.
 */
public final class Shelves {
  private static final System.Logger LOG = System.getLogger(Shelves.class.getName());
  private static final int MOST_AT_ONCE = 500;

  private final LiveStreams streams;
  private final DataSource dataSource;
  private final Alarm alarm;
  private final Duration apart;
  private final Set<String> untold = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean scheduled = new AtomicBoolean();

  /** Wakes somebody once, after a while. */
  @FunctionalInterface
  public interface Alarm {
    /**
     * @param task does not block
     * @throws RejectedExecutionException when it wakes nobody any more
     */
    void ring(Runnable task, Duration later);
  }

  /**
   * @param dataSource for reading
   * @param apart the least time between two events that tell what is left of an article
   */
  public Shelves(LiveStreams streams, DataSource dataSource, Alarm alarm, Duration apart) {
    this.streams = streams;
    this.dataSource = dataSource;
    this.alarm = alarm;
    this.apart = apart;
  }

  /** The stock as a transaction on the notifications' stream sees and changes it. */
  public Shelf in(Commit commit) {
    return commit.part(Shelf.class, () -> new Shelf(commit, apart, this::tellSoon));
  }

  /**
   * Tells what a node has left untold that is no more. To be called about once a second, on one
   * node. May block.
   *
   * @throws JournalUnavailable when the database is away
   */
  public void tellForgotten() {
    try (Connection connection = dataSource.getConnection()) {
      List<String> skus = StockTable.untold(connection, MOST_AT_ONCE);
      if (!skus.isEmpty()) {
        tell(skus);
      }
    } catch (SQLException e) {
      throw new JournalUnavailable("cannot read which stock is untold", e);
    }
  }

  /** Called on the writer's thread after a commit. */
  private void tellSoon(Collection<String> skus) {
    untold.addAll(skus);
    if (scheduled.compareAndSet(false, true)) {
      try {
        alarm.ring(this::tellNow, apart);
      } catch (RuntimeException e) { // this node stops: another finds what is left
        LOG.log(System.Logger.Level.DEBUG, "stock is left untold", e);
        scheduled.set(false);
      }
    }
  }

  private void tellNow() {
    scheduled.set(false);
    List<String> skus = List.copyOf(untold);
    skus.forEach(untold::remove);
    tell(skus);
  }

  /** Where it fails it is left to the next round of {@link #tellForgotten}. */
  private void tell(List<String> skus) {
    streams
        .writer(NotificationStream.NAME)
        .submit(
            commit -> {
              in(commit).look(skus);
              return skus.size();
            });
  }
}
