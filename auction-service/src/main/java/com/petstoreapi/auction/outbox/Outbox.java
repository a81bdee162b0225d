package com.petstoreapi.auction.outbox;

import com.petstoreapi.auction.Announcement;
import com.petstoreapi.auction.Announcements;
import com.petstoreapi.auction.json.AnnouncementJson;
import com.petstoreapi.realtime.journal.Commit;
import com.petstoreapi.realtime.journal.JournalUnavailable;
import com.petstoreapi.realtime.journal.jdbc.Transactions;
import com.petstoreapi.realtime.value.Uuid7;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Table {@code outbox}: announcements are put in by the transaction that decides, and taken out
 * when they have arrived.
 */
public final class Outbox implements Announcements {
  private static final String INSERT =
      "INSERT INTO outbox (id, at, type, audience, data) VALUES (?, ?, ?, ?, ?)";
  private static final String FIRST =
      "SELECT id, type, audience, data FROM outbox ORDER BY id LIMIT ?";
  private static final String DELETE = "DELETE FROM outbox WHERE id = ?";

  private final Transactions transactions;
  private final Uuid7 ids;
  private final Semaphore news = new Semaphore(0);

  public Outbox(Transactions transactions, Uuid7 ids) {
    this.transactions = transactions;
    this.ids = ids;
  }

  @Override
  public void make(Commit commit, List<Announcement> announcements) {
    // Who watches a pet is not known over there yet.
    List<Announcement> told =
        announcements.stream().filter(one -> !one.kind().isForWatchers()).toList();
    commit.part(Outgoing.class, Outgoing::new).announcements.addAll(told);
  }

  @Override
  public void committed() {
    if (news.availablePermits() == 0) {
      news.release();
    }
  }

  /** What the commands of one transaction announce, put in together. */
  private final class Outgoing implements Commit.Part {
    private final List<Announcement> announcements = new ArrayList<>();

    @Override
    public void flush(Commit commit) throws SQLException {
      insert(commit, announcements);
    }
  }

  /** Waits until something was put in on this node, or until that time has passed. */
  void awaitNews(long millis) throws InterruptedException {
    news.tryAcquire(millis, TimeUnit.MILLISECONDS);
    news.drainPermits();
  }

  /** The oldest, in the order in which they were put in. */
  List<Parcel> first(int limit) {
    return inTransaction(connection -> first(connection, limit));
  }

  void remove(List<Parcel> arrived) {
    inTransaction(
        connection -> {
          remove(connection, arrived);
          return null;
        });
  }

  private void insert(Commit commit, List<Announcement> announcements) throws SQLException {
    if (announcements.isEmpty()) {
      return;
    }
    try (PreparedStatement insert = commit.connection().prepareStatement(INSERT)) {
      for (Announcement announcement : announcements) {
        insert.setString(1, ids.next());
        insert.setObject(2, commit.now().atOffset(ZoneOffset.UTC));
        insert.setString(3, announcement.kind().wire());
        insert.setString(4, announcement.audience().user());
        insert.setString(5, AnnouncementJson.data(announcement));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static List<Parcel> first(Connection connection, int limit) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(FIRST)) {
      select.setInt(1, limit);
      List<Parcel> parcels = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          parcels.add(
              new Parcel(
                  row.getString("id"),
                  row.getString("type"),
                  row.getString("audience"),
                  row.getString("data")));
        }
      }
      return parcels;
    }
  }

  private static void remove(Connection connection, List<Parcel> arrived) throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
      for (Parcel parcel : arrived) {
        delete.setString(1, parcel.id());
        delete.addBatch();
      }
      delete.executeBatch();
    }
  }

  private <T> T inTransaction(Transactions.Work<T> work) {
    try {
      return transactions.inTransaction(work);
    } catch (SQLException e) {
      throw new JournalUnavailable("cannot reach the outbox", e);
    }
  }
}
