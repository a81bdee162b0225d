package com.petstoreapi.systemtests.soak;

import com.petstoreapi.systemtests.support.Answer;
import com.petstoreapi.systemtests.support.HttpApi;
import com.petstoreapi.systemtests.support.Notifications;
import java.io.UncheckedIOException;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Publishes notifications at a steady rate, a fifth of them large. */
final class Desk implements Gathering, AutoCloseable {
  private static final int PER_SECOND = 15;
  private static final int SMALL = 200;
  private static final int LARGE = 8_000;

  private final HttpApi publisher;
  private final Troubles troubles;
  private final Random dice;
  private final Ledger ledger = new Ledger();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "desk"));
  private int number;

  Desk(Notifications notifications, Troubles troubles, Random dice) {
    this.publisher = notifications.publisher();
    this.troubles = troubles;
    this.dice = dice;
  }

  void open() {
    long everyMicros = TimeUnit.SECONDS.toMicros(1) / PER_SECOND;
    clock.scheduleAtFixedRate(this::publish, 0, everyMicros, TimeUnit.MICROSECONDS);
  }

  private void publish() {
    String body = "x".repeat(dice.nextInt(5) == 0 ? LARGE : SMALL);
    try {
      Answer answer =
          publisher.post("/v1/notifications", Notifications.notification("soak-" + number++, body));
      if (answer.status() == 201) {
        ledger.add(answer.position().seq());
      } else {
        troubles.broken("a notification was answered with " + answer.status());
      }
    } catch (UncheckedIOException | IllegalStateException noAnswer) {
      troubles.broken("a notification was not answered: " + noAnswer);
    }
  }

  /** Returns when the last is answered. */
  void fallSilent() throws InterruptedException {
    clock.shutdown();
    if (!clock.awaitTermination(60, TimeUnit.SECONDS)) {
      troubles.broken("a notification was never answered");
    }
  }

  @Override
  public Ledger ledger() {
    return ledger;
  }

  /** It never is. */
  @Override
  public boolean isOver() {
    return false;
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
