package com.petstoreapi.auction.outbox;

import com.petstoreapi.auction.Announcement;
import com.petstoreapi.auction.Announcements;
import com.petstoreapi.realtime.journal.Commit;
import com.petstoreapi.realtime.journal.JournalUnavailable;
import com.petstoreapi.realtime.journal.jdbc.Transactions;
import com.petstoreapi.realtime.value.Uuid7;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Announcements are put in by the transaction that decides, and taken out when they have arrived.
 * What the receiver refuses stays in, set aside.
 */
public final class Outbox implements Announcements {
  /** Counting stops here. */
  private static final int MOST_COUNTED = 100_000;

  private final Transactions transactions;
  private final OutboxTable table;
  private final Semaphore news = new Semaphore(0);

  public Outbox(Transactions transactions, Uuid7 ids) {
    this.transactions = transactions;
    this.table = new OutboxTable(ids);
  }

  @Override
  public void make(Commit commit, List<Announcement> announcements) {
    put(commit, announcements.stream().map(Letter::of).toList());
  }

  /** Puts letters in with the transaction: both hold, or neither. */
  public void put(Commit commit, List<Letter> letters) {
    commit.part(Outgoing.class, Outgoing::new).letters.addAll(letters);
  }

  @Override
  public void committed() {
    if (news.availablePermits() == 0) {
      news.release();
    }
  }

  /** How much waits; 100,000 stands for any larger number. */
  public Backlog backlog() {
    return inTransaction(connection -> table.backlog(connection, MOST_COUNTED));
  }

  /** What the commands of one transaction announce, put in together. */
  private final class Outgoing implements Commit.Part {
    private final List<Letter> letters = new ArrayList<>();

    @Override
    public void flush(Commit commit) throws SQLException {
      if (!letters.isEmpty()) {
        table.insert(commit.connection(), letters, commit.now(), commit.trace());
      }
    }
  }

  /** Waits until something was put in on this node, or until that time has passed. */
  void awaitNews(long millis) throws InterruptedException {
    news.tryAcquire(millis, TimeUnit.MILLISECONDS);
    news.drainPermits();
  }

  /** The oldest that wait, in the order in which they were put in; all of them on disk. */
  List<Parcel> first(int limit) {
    return inTransaction(connection -> table.first(connection, limit));
  }

  void remove(List<Parcel> arrived) {
    if (arrived.isEmpty()) {
      return;
    }
    inTransaction(
        connection -> {
          table.delete(connection, arrived);
          return null;
        });
  }

  /** All who watch the pet have it, up to that user. */
  void reached(Parcel parcel, String user) {
    inTransaction(
        connection -> {
          table.reach(connection, parcel, user);
          return null;
        });
  }

  /**
   * @param why a problem's code
   */
  void setAside(Parcel refused, String why) {
    inTransaction(
        connection -> {
          table.refuse(connection, refused, why);
          return null;
        });
  }

  private <T> T inTransaction(Transactions.Work<T> work) {
    try {
      return transactions.inTransaction(work);
    } catch (SQLException e) {
      throw new JournalUnavailable("cannot reach the outbox", e);
    }
  }
}
