package com.petstoreapi.sale.store;

import com.petstoreapi.catalog.store.Shelves;
import com.petstoreapi.edge.store.Commits;
import com.petstoreapi.edge.store.Idempotency;
import com.petstoreapi.edge.store.IdempotencyKey;
import com.petstoreapi.notification.NotificationStream;
import com.petstoreapi.realtime.delivery.LiveStreams;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.journal.Command;
import com.petstoreapi.realtime.journal.Commit;
import com.petstoreapi.realtime.journal.JournalUnavailable;
import com.petstoreapi.sale.Proposal;
import com.petstoreapi.sale.Seller;
import com.petstoreapi.sale.Wish;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;

/**
 * Where sales are made. All that is decided here is decided under the lock of the notifications'
 * stream, on whatever node: one after another, by the database's clock, many in one transaction.
 * What is bought, what is left of it and what is told of it are that one transaction.
 *
 * <p>Each method waits for its commit. It throws a {@link Refusal} when the rules say no, and
 * {@link JournalUnavailable} when the database cannot be reached: the outcome may then be unknown,
 * and the request is to be repeated with its key.
 */
public final class Till {
  private final LiveStreams streams;
  private final Shelves shelves;
  private final Duration patience;
  private final LongAdder made = new LongAdder();
  private final LongAdder refused = new LongAdder();

  /**
   * @param patience how long a request waits for its commit
   */
  public Till(LiveStreams streams, Shelves shelves, Duration patience) {
    this.streams = streams;
    this.shelves = shelves;
    this.patience = patience;
  }

  /**
   * Makes a sale, or gives it other terms.
   *
   * @return {@code {"created","sale"}}: whether it is new, and its state
   */
  public String put(Optional<IdempotencyKey> key, String id, Seller seller, Proposal proposal) {
    return run(key, commit -> counter(commit).put(id, seller, proposal));
  }

  /**
   * Ends a sale.
   *
   * @return its state
   */
  public String close(Optional<IdempotencyKey> key, String id, Seller seller) {
    return run(key, commit -> counter(commit).close(id, seller));
  }

  /**
   * Sells.
   *
   * @return a receipt
   */
  public String buy(Optional<IdempotencyKey> key, Wish wish) {
    try {
      return run(key, new Buying(wish));
    } catch (Refusal e) {
      refused.increment();
      throw e;
    }
  }

  /** Opens or ends a sale if its moment has come. Does not wait. */
  CompletableFuture<Boolean> keepTime(String id) {
    return streams.writer(NotificationStream.NAME).submit(commit -> counter(commit).keepTime(id));
  }

  /** Purchases that this node has made. */
  public long made() {
    return made.sum();
  }

  /** Purchases that this node has refused. */
  public long refused() {
    return refused.sum();
  }

  private String run(Optional<IdempotencyKey> key, Command<String> command) {
    return Commits.await(
        streams.writer(NotificationStream.NAME).submit(Idempotency.once(key, command)), patience);
  }

  private Counter counter(Commit commit) {
    return new Counter(commit, ledger(commit), shelves.in(commit));
  }

  private Ledger ledger(Commit commit) {
    return commit.part(Ledger.class, () -> new Ledger(commit, made::add));
  }

  private final class Buying implements Command<String> {
    private final Wish wish;

    Buying(Wish wish) {
      this.wish = wish;
    }

    @Override
    public void announce(Commit commit) {
      ledger(commit).announce(wish);
      shelves.in(commit).announce(wish.sku());
    }

    @Override
    public String run(Commit commit) throws SQLException {
      return counter(commit).buy(wish);
    }
  }
}
