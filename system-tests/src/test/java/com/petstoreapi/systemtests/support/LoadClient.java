package com.petstoreapi.systemtests.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * Many connections on one thread, with as little work per message as tells that it came and in what
 * order, so that on a small machine the server has the processor.
 */
public final class LoadClient implements AutoCloseable {
  private static final int OPEN_WITHIN_SECONDS = 60;
  private static final int CHUNK = 256 * 1024;

  private final Selector selector;
  private final List<Wire> wires = new CopyOnWriteArrayList<>();
  private final Queue<String> troubles = new ConcurrentLinkedQueue<>();
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(CHUNK);
  private final Thread thread = new Thread(this::run, "load-client");
  private volatile boolean closing;

  public LoadClient() {
    try {
      selector = Selector.open();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    thread.setDaemon(true);
    thread.start();
  }

  /** Opens event streams, one for each token, which count the events of that type. */
  public void openStreams(URI uri, List<String> tokens, String type) {
    tokens.forEach(token -> open(uri, new StreamWire(uri, token, type)));
    awaitGreeting();
  }

  /** Opens WebSockets, one for each token, which count the messages of that type. */
  public void openSockets(URI uri, List<String> tokens, String type) {
    tokens.forEach(token -> open(uri, new SocketWire(uri, token, type)));
    awaitGreeting();
  }

  /** Opens one event stream, and does not wait for what the server says. */
  public Wire stream(URI uri, String token, String type) {
    return open(uri, new StreamWire(uri, token, type));
  }

  /** Opens one WebSocket, and does not wait for what the server says. */
  public Wire socket(URI uri, String token, String type) {
    return open(uri, new SocketWire(uri, token, type));
  }

  /** Opens the next connection of one that has ended, there, from where it was. */
  public Wire resume(Wire ended, URI uri) {
    wires.remove(ended);
    return open(uri, ended.next(uri));
  }

  /**
   * Ends a connection from this side; when this returns nothing more is counted.
   *
   * @param politely with a close frame, or the end of a stream; else with a reset
   */
  public void leave(Wire wire, boolean politely) {
    wires.remove(wire);
    onItsThread(
        () -> {
          try {
            wire.leave(politely);
          } catch (IOException alreadyGone) {
            // What was wanted.
          }
        });
  }

  /**
   * @param reading whether what comes on that connection is read; else the kernel keeps it
   */
  public void setReading(Wire wire, boolean reading) {
    onItsThread(
        () -> {
          SelectionKey key = wire.channel().keyFor(selector);
          if (key != null && key.isValid()) {
            key.interestOps(reading ? SelectionKey.OP_READ : 0);
          }
        });
  }

  private void onItsThread(Runnable task) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    tasks.add(
        () -> {
          task.run();
          done.complete(null);
        });
    selector.wakeup();
    done.orTimeout(10, TimeUnit.SECONDS).join();
  }

  private Wire open(URI uri, Wire wire) {
    try {
      SocketChannel channel = SocketChannel.open(new InetSocketAddress("localhost", uri.getPort()));
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      wire.start(channel);
      channel.configureBlocking(false);
      wires.add(wire);
      channel.register(selector, SelectionKey.OP_READ, wire);
      selector.wakeup();
      return wire;
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  private void awaitGreeting() {
    Waiting.upTo(OPEN_WITHIN_SECONDS, "all connections have heard where they begin")
        .failFast("a connection failed", this::hasTroubles)
        .until(() -> wires.stream().allMatch(Wire::isGreeted));
  }

  private boolean hasTroubles() {
    troubles.stream().limit(5).forEach(System.out::println);
    return !troubles.isEmpty();
  }

  private void run() {
    while (!closing) {
      try {
        selector.select(this::read);
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
          task.run();
        }
      } catch (IOException broken) {
        troubles.add("selector: " + broken);
        return;
      }
    }
  }

  private void read(SelectionKey key) {
    Wire wire = (Wire) key.attachment();
    SocketChannel channel = (SocketChannel) key.channel();
    try {
      buffer.clear();
      if (channel.read(buffer) < 0) {
        wire.end();
        key.cancel();
        channel.close();
      } else {
        wire.arrived(buffer.flip());
      }
    } catch (IOException broken) {
      troubles.add(String.valueOf(broken.getMessage()));
      wire.end();
      letGo(channel);
    }
  }

  private static void letGo(SocketChannel channel) {
    try {
      channel.close();
    } catch (IOException alreadyGone) {
      // What was wanted.
    }
  }

  /** The connections that have not got all of these sequence numbers, as words; none is good. */
  public List<String> lacking(BitSet seqs) {
    return wires.stream()
        .filter(wire -> !wire.deliveries().missingOf(seqs).isEmpty())
        .map(wire -> wire.state() + " lacks " + wire.deliveries().missingOf(seqs))
        .toList();
  }

  /** Whether on every connection each sequence number was greater than the one before. */
  public boolean allInOrder() {
    return wires.stream().allMatch(wire -> wire.deliveries().inOrder());
  }

  /** Each whose connection has ended opens another there, and goes on where he was. */
  public void resumeAt(URI uri) {
    for (Wire wire : List.copyOf(wires)) {
      if (wire.hasEnded()) {
        wires.remove(wire);
        open(uri, wire.next(uri));
      }
    }
  }

  /** What the server said last on each connection that has ended; -1 for nothing. */
  public List<Integer> farewells() {
    return wires.stream().filter(Wire::hasEnded).map(Wire::farewell).toList();
  }

  /** Returns when all that were opened have had their first message. */
  public void awaitAll() {
    awaitGreeting();
  }

  /** What went wrong since this was asked last: connections that broke or were refused. */
  public List<String> takeTroubles() {
    List<String> taken = new ArrayList<>();
    for (String one = troubles.poll(); one != null; one = troubles.poll()) {
      taken.add(one);
    }
    return taken;
  }

  public long delivered() {
    return wires.stream().mapToLong(wire -> wire.deliveries().count()).sum();
  }

  public long ended() {
    return wires.stream().filter(Wire::hasEnded).count();
  }

  @Override
  public void close() {
    closing = true;
    selector.wakeup();
    try {
      thread.join(5_000);
      for (SelectionKey key : selector.keys()) {
        key.channel().close();
      }
      selector.close();
    } catch (IOException alreadyGone) {
      // What was wanted.
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
