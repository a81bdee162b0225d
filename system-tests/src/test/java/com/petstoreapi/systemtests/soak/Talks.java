package com.petstoreapi.systemtests.soak;

import com.petstoreapi.systemtests.support.Chats;
import com.petstoreapi.systemtests.support.Entrance;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** All who chat. */
final class Talks implements AutoCloseable {
  private static final int AT_A_TIME = 20;

  private final AtomicInteger said = new AtomicInteger();
  private final Troubles troubles;
  private final List<Talk> talks;
  private final List<Thread> threads;

  Talks(Entrance entrance, Troubles troubles, Random dice) {
    this.troubles = troubles;
    Chats chats = new Chats(entrance);
    talks =
        IntStream.range(0, AT_A_TIME)
            .mapToObj(i -> new Talk(i, chats, troubles, new Random(dice.nextLong()), said))
            .toList();
    threads = talks.stream().map(talk -> new Thread(talk, "talk")).toList();
    threads.forEach(thread -> thread.setDaemon(true));
  }

  void begin() {
    threads.forEach(Thread::start);
  }

  /** Messages that were acknowledged. */
  int said() {
    return said.get();
  }

  /** All say goodbye. */
  @Override
  public void close() throws InterruptedException {
    talks.forEach(Talk::end);
    for (Thread thread : threads) {
      thread.join(60_000);
      if (thread.isAlive()) {
        troubles.broken("a chat does not end");
      }
    }
  }
}
