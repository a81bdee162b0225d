package com.petstoreapi.systemtests.soak;

import com.petstoreapi.systemtests.support.Chats;
import com.petstoreapi.systemtests.support.Position;
import com.petstoreapi.systemtests.support.SocketClient;
import com.petstoreapi.systemtests.support.Waiting;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** A customer and an agent who write to each other, in one room after the other. */
final class Talk implements Runnable {
  private static final int MOST_MESSAGES = 80;
  private static final int PAUSE_MILLIS = 1_500;

  private final int number;
  private final Chats chats;
  private final Troubles troubles;
  private final Random dice;
  private final AtomicInteger said;
  private volatile boolean over;

  /** One side of it, over all its connections. */
  private static final class Side {
    private final List<SocketClient> sockets = new ArrayList<>();

    Side(SocketClient first) {
      sockets.add(first);
    }

    SocketClient socket() {
      return sockets.get(sockets.size() - 1);
    }

    /** An answer may come before what it answers is told, so it does not count. */
    Position reached() {
      return sockets.stream()
          .flatMap(socket -> socket.messages().stream())
          .filter(message -> message.containsKey("position"))
          .filter(message -> !message.getString("type").equals("accepted"))
          .map(Position::of)
          .max(Position::compareTo)
          .orElseThrow();
    }

    List<String> heard() {
      return sockets.stream()
          .flatMap(socket -> socket.messages("message").stream())
          .map(message -> message.getString("text"))
          .toList();
    }
  }

  /**
   * @param said is counted up with each message that was acknowledged
   */
  Talk(int number, Chats chats, Troubles troubles, Random dice, AtomicInteger said) {
    this.number = number;
    this.chats = chats;
    this.troubles = troubles;
    this.dice = dice;
    this.said = said;
  }

  @Override
  public void run() {
    while (!over) {
      try {
        inOneRoom();
      } catch (InterruptedException interrupted) {
        return;
      } catch (RuntimeException | AssertionError failed) {
        troubles.broken("chat " + number + ": " + failed);
      }
    }
  }

  private void inOneRoom() throws InterruptedException {
    String customer = "customer-" + number;
    String agent = "agent-" + number;
    String room = chats.open(customer, "Good morning");
    chats.take(agent, room).expectSuccess();
    Side asking = new Side(chats.join(customer, room));
    Side answering = new Side(chats.join(agent, room, "support"));
    try {
      List<String> texts = new ArrayList<>();
      int messages = 10 + dice.nextInt(MOST_MESSAGES);
      for (int i = 0; i < messages && !over; i++) {
        Side speaking = dice.nextBoolean() ? asking : answering;
        texts.add(say(speaking, room + " " + i));
        Thread.sleep(dice.nextInt(PAUSE_MILLIS));
        if (dice.nextInt(20) == 0) {
          asking.socket().close();
          asking.sockets.add(chats.enter(room, "?after=" + asking.reached(), customer));
        }
      }
      heardAll(asking, texts);
      heardAll(answering, texts);
      chats.support(agent).send("POST", Chats.path(room) + "/close", "").expectSuccess();
    } finally {
      asking.socket().close();
      answering.socket().close();
    }
  }

  private String say(Side speaking, String text) {
    JsonObject answer = speaking.socket().ask(Chats.message(text));
    if (!answer.getString("type").equals("accepted")) {
      throw new IllegalStateException("answered with " + answer);
    }
    said.incrementAndGet();
    return text;
  }

  private static void heardAll(Side side, List<String> texts) {
    Waiting.await("all that was said").until(() -> side.heard().size() >= texts.size());
    if (!side.heard().equals(texts)) {
      throw new IllegalStateException("said " + texts + ", heard " + side.heard());
    }
  }

  /** Ends where it is. */
  void end() {
    over = true;
  }
}
