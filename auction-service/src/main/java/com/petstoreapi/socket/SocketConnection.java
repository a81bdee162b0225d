package com.petstoreapi.socket;

import com.petstoreapi.edge.connection.Lifetime;
import com.petstoreapi.realtime.delivery.Carrier;
import com.petstoreapi.realtime.delivery.Connection;
import com.petstoreapi.realtime.delivery.Heartbeats;
import com.petstoreapi.realtime.delivery.Outlet;
import com.petstoreapi.realtime.failure.CloseCause;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * One socket on its way to a client. Each call of {@link #write} sends what has come since the
 * last: what its feed has, answers to the client's own messages, then what it is told beside.
 */
final class SocketConnection implements Outlet, Heartbeats.Pulse {
  private final String name;
  private final Frames frames;
  private final Feed feed;
  private final Aside aside;
  private final Pings pings;
  private final Lifetime lifetime;
  private final long heartbeatNanos;
  private final Clock clock;
  private final Queue<String> replies;
  private final AtomicInteger awaited = new AtomicInteger();
  private Connection connection;
  private Runnable bell;
  private volatile boolean attached;
  private volatile boolean leaving;
  private volatile long lastWrite = System.nanoTime();
  private volatile boolean heartbeatDue;

  /**
   * @param name by what it is found in the log
   * @param mostReplies more answers than that wait for nobody: the client asks, but does not read
   */
  SocketConnection(
      String name,
      Frames frames,
      Feed feed,
      Aside aside,
      Pings pings,
      Lifetime lifetime,
      int mostReplies,
      long heartbeatNanos,
      Clock clock) {
    this.name = name;
    this.frames = frames;
    this.feed = feed;
    this.aside = aside;
    this.pings = pings;
    this.lifetime = lifetime;
    this.replies = new LinkedBlockingQueue<>(mostReplies);
    this.heartbeatNanos = heartbeatNanos;
    this.clock = clock;
  }

  /** To be called once, before the connection is woken for the first time. */
  void attach(Connection itself) {
    connection = itself;
    bell = this::ring;
    aside.attach(bell);
    attached = true;
  }

  /** What rings while things are still being attached is heard by the first waking. */
  private void ring() {
    if (attached) {
      connection.wake();
    }
  }

  /** What wakes the connection; always the same, so that it can be taken off again. */
  Runnable bell() {
    return bell;
  }

  /** Sends an answer to this client alone. Never blocks; any thread. */
  void reply(String message) {
    if (replies.offer(message)) {
      connection.wake();
    } else {
      connection.close(CloseCause.TOO_MANY);
    }
  }

  /**
   * Sends the answer when it comes. A socket whose stream has ended stays open until then: who has
   * ended it, by buying for example, is to hear that he has.
   *
   * @param command its answer is a message; it must come sooner or later, and never fail
   */
  void replyTo(Supplier<CompletableFuture<String>> command) {
    awaited.incrementAndGet(); // before it can have ended the stream
    try {
      command.get().thenAccept(this::replyAwaited);
    } catch (RuntimeException e) {
      awaited.decrementAndGet();
      throw e;
    }
  }

  private void replyAwaited(String message) {
    reply(message);
    awaited.decrementAndGet();
    connection.wake(); // only now it may be found to be done
  }

  /** The connection is over. */
  void closed() {
    aside.close();
  }

  /**
   * Ends the connection in good order, after the answers that wait; where the server stops, after
   * those that are still awaited, too. Never blocks; any thread.
   */
  void end(CloseCause cause) {
    if (cause == CloseCause.RESTART) {
      leaving = true;
      connection.wake();
    } else {
      connection.close(cause);
    }
  }

  /** Whether it takes no further commands, as the server stops. */
  boolean isLeaving() {
    return leaving;
  }

  /** The session is closed. */
  void gone() {
    connection.gone();
  }

  /** A sign of life. */
  void pong() {
    pings.answered();
  }

  @Override
  public Carrier carrier() {
    return Carrier.WEBSOCKET;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean write() throws IOException {
    List<String> messages = new ArrayList<>(feed.take());
    Optional<byte[]> binary = feed.takeBinary();
    if (binary.isPresent()) {
      send(messages);
      frames.sendBinary(binary.get());
      messages.clear();
    }
    messages.addAll(aside.take(this::takeReplies));
    if (messages.isEmpty() && heartbeatDue) {
      messages.add(SocketMessages.heartbeat(feed.position(), clock.instant()));
    }
    send(messages);
    pingIfDue();
    if (awaited.get() == 0 && replies.isEmpty()) {
      endIfDone();
    }
    return feed.isBehind() || aside.hasMore() || !replies.isEmpty();
  }

  private void endIfDone() {
    Optional<CloseCause> end = feed.end();
    if (end.isPresent()) {
      connection.close(end.get());
    } else if (leaving) {
      connection.close(CloseCause.RESTART);
    }
  }

  @Override
  public void beat(long now) {
    if (pings.isOverdue(now)) {
      end(CloseCause.NO_PONG);
    }
    keepToLifetime(clock.instant());
    if (now - lastWrite >= heartbeatNanos) {
      heartbeatDue = true;
    }
    if (heartbeatDue || feed.isBehind() || aside.isBehind() || pings.isDue(now)) {
      connection.wake(); // a bell that was lost costs a second, never an event
    }
  }

  @Override
  public void close(CloseCause cause) {
    try {
      if (cause != CloseCause.TOO_SLOW && cause != CloseCause.GONE) {
        frames.send(takeReplies());
      }
    } catch (IOException e) {
      // the client has left; the session is closed all the same
    } finally {
      frames.close(cause);
    }
  }

  @Override
  public void release() {
    frames.release();
  }

  private void keepToLifetime(Instant today) {
    if (lifetime.isOver(today)) {
      end(CloseCause.TOKEN_EXPIRED);
    } else if (lifetime.takeWarning(today)) {
      reply(SocketMessages.authExpiring(lifetime.expiresAt()));
    }
  }

  private List<String> takeReplies() {
    List<String> taken = new ArrayList<>();
    String reply = replies.poll();
    while (reply != null) {
      taken.add(reply);
      reply = replies.poll();
    }
    return taken;
  }

  private void send(List<String> messages) throws IOException {
    if (!messages.isEmpty()) {
      frames.send(messages);
      heartbeatDue = false;
      lastWrite = System.nanoTime();
    }
  }

  private void pingIfDue() throws IOException {
    long now = System.nanoTime();
    if (pings.isDue(now)) {
      pings.sent(now);
      frames.ping();
    }
  }
}
