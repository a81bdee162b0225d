package com.petstoreapi.benchmarks.bids;

import com.petstoreapi.edge.store.IdempotencyKey;
import com.petstoreapi.realtime.value.Uuid7;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;

/**
 * What is mostly written by hand: lock the row, look whether the request was answered before, look
 * at the price, write what happened, commit; as many at once as there are connections. It keeps the
 * same promises in the same tables: events with numbers without gaps, the auction's state, what is
 * to be announced, and the answer under its key. Its texts are put together with less care.
 */
final class TransactionForEachBid implements AuctionHouse {
  private static final String LOCK = "SELECT id, head FROM stream WHERE name = ? FOR UPDATE";
  private static final String KNOWN =
      "SELECT refusal FROM idempotency WHERE owner = ? AND request_key = ?";
  private static final String STATE = "SELECT leader, price FROM auction WHERE id = ?";
  private static final String EVENT =
      "INSERT INTO event (stream_id, seq, at, type, audience, subject, data)"
          + " VALUES (?, ?, clock_timestamp(), ?, ?, 'pet', ?)";
  private static final String LEAD =
      "UPDATE auction SET price = ?, leading_bid = ?, leader = ?, leading_amount = ?,"
          + " bids = bids + 1 WHERE id = ?";
  private static final String ANNOUNCE =
      "INSERT INTO outbox (id, at, type, audience, data)"
          + " VALUES (?, clock_timestamp(), 'outbid', ?, ?)";
  private static final String ADVANCE = "UPDATE stream SET head = ? WHERE id = ?";
  private static final String KEEP =
      "INSERT INTO idempotency (owner, request_key, fingerprint, refusal, answer, at)"
          + " VALUES (?, ?, ?, ?, ?, clock_timestamp())";
  private static final String DATA =
      "{\"auctionId\":\"%s\",\"bidId\":\"%s\",\"userId\":\"%s\",\"amount\":%d.%02d}";

  private final DataSource database;
  private final ExecutorService executor;
  private final Uuid7 ids = new Uuid7(Clock.systemUTC());
  private final String auction;

  /**
   * @param connections how many transactions at a time
   */
  TransactionForEachBid(DataSource database, int connections) {
    this.database = database;
    this.executor = Executors.newFixedThreadPool(connections);
    this.auction = GroupCommit.openAuction(database);
  }

  @Override
  public CompletableFuture<Boolean> bid(String bidder, long amount, String key) {
    return CompletableFuture.supplyAsync(() -> bidNow(bidder, amount, key), executor);
  }

  private boolean bidNow(String bidder, long amount, String key) {
    String operation = "bid " + auction + " " + amount;
    IdempotencyKey request = IdempotencyKey.of(bidder, key, operation).orElseThrow();
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      boolean accepted = decide(connection, request, amount);
      connection.commit();
      return accepted;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean decide(Connection connection, IdempotencyKey request, long amount)
      throws SQLException {
    try (PreparedStatement lock = prepare(connection, LOCK, "auction/" + auction);
        ResultSet stream = lock.executeQuery();
        PreparedStatement known = prepare(connection, KNOWN, request.owner(), request.key());
        ResultSet answer = known.executeQuery();
        PreparedStatement state = prepare(connection, STATE, auction);
        ResultSet lot = state.executeQuery()) {
      if (answer.next()) {
        return answer.getString("refusal").isEmpty();
      }
      stream.next();
      lot.next();
      boolean leads = request.owner().equals(lot.getString("leader"));
      boolean accepted = !leads && lot.getLong("price") < amount;
      String data = data(request.owner(), amount);
      if (accepted) {
        accept(connection, stream, lot.getString("leader"), request.owner(), amount, data);
      }
      String refusal = accepted ? "" : leads ? "ALREADY_LEADING" : "TOO_LOW";
      execute(
          connection, KEEP, request.owner(), request.key(), request.fingerprint(), refusal, data);
      return accepted;
    }
  }

  private void accept(
      Connection connection,
      ResultSet stream,
      String loser,
      String bidder,
      long amount,
      String data)
      throws SQLException {
    long id = stream.getLong("id");
    long head = stream.getLong("head") + 1;
    execute(connection, EVENT, id, head, "bid", "", data);
    if (loser != null) {
      head++;
      execute(connection, EVENT, id, head, "outbid", loser, data);
      execute(connection, ANNOUNCE, ids.next(), loser, data);
    }
    execute(connection, LEAD, amount, ids.next(), bidder, amount, auction);
    execute(connection, ADVANCE, head, id);
  }

  private String data(String bidder, long amount) {
    return DATA.formatted(auction, ids.next(), bidder, amount / 100, amount % 100);
  }

  private static void execute(Connection connection, String sql, Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = prepare(connection, sql, parameters)) {
      statement.executeUpdate();
    }
  }

  private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement;
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
