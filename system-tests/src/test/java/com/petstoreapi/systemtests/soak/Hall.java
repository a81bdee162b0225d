package com.petstoreapi.systemtests.soak;

import com.petstoreapi.systemtests.support.Answer;
import com.petstoreapi.systemtests.support.Auctions;
import com.petstoreapi.systemtests.support.Position;
import com.petstoreapi.systemtests.support.SocketClient;
import jakarta.json.JsonObject;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.concurrent.CompletionException;

/** One auction in which people bid, over HTTP and over a socket in turn, until it ends. */
final class Hall implements Gathering, AutoCloseable {
  private static final Set<String> USUAL_REFUSALS =
      Set.of("too-low", "already-leading", "ended", "not-open", "rate-limited", "unavailable");

  private final String id;
  private final Auctions auctions;
  private final String socketBidder;
  private final Troubles troubles;
  private final Ledger ledger = new Ledger();
  private SocketClient socket;
  private long price;
  private int said;
  private volatile boolean over;

  Hall(String id, Auctions auctions, Troubles troubles) {
    this.id = id;
    this.auctions = auctions;
    this.troubles = troubles;
    this.socketBidder = "bidder-at-" + id;
    this.socket = auctions.join(socketBidder, id);
  }

  /**
   * One bid; now and then one that is too low.
   *
   * @param byHttp who bids when it is the turn of HTTP
   */
  synchronized void bid(String byHttp) {
    if (over) {
      return;
    }
    said++;
    long amount = said % 10 == 0 ? Math.max(1, price) : ++price;
    try {
      if (said % 2 == 0) {
        overHttp(byHttp, amount);
      } else {
        overSocket(amount);
      }
    } catch (UncheckedIOException | CompletionException | IllegalStateException noAnswer) {
      troubles.happened("a bid was not answered");
    }
  }

  private void overHttp(String user, long amount) {
    Answer answer = auctions.bid(user, id, amount);
    if (answer.status() == 201) {
      ledger.add(answer.position().seq());
    } else {
      refused(answer.json());
    }
  }

  private void overSocket(long amount) {
    if (!socket.isOpen()) {
      socket = auctions.join(socketBidder, id);
    }
    JsonObject answer = socket.ask(Auctions.bidMessage(amount, socketBidder + said));
    if (answer.getString("type").equals("accepted")) {
      ledger.add(Position.of(answer).seq());
    } else {
      refused(answer);
    }
  }

  private void refused(JsonObject answer) {
    String code = answer.getString("code", "?");
    if (USUAL_REFUSALS.contains(code)) {
      troubles.happened("a bid was refused: " + code);
    } else {
      troubles.broken("a bid in " + id + " was answered with " + answer);
    }
  }

  /** Whether it has come to its end by now. */
  synchronized boolean hasEnded() {
    over = over || auctions.state(id).getString("status").endsWith("SOLD");
    return over;
  }

  @Override
  public Ledger ledger() {
    return ledger;
  }

  @Override
  public boolean isOver() {
    return over;
  }

  String id() {
    return id;
  }

  @Override
  public synchronized void close() {
    over = true;
    socket.close();
  }
}
