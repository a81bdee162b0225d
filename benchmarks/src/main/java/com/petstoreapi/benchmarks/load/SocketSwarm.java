package com.petstoreapi.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Many WebSocket clients on one thread, so that on a small machine the server has the processors.
 * Whatever goes wrong with one ends the run: a figure of a broken run is none.
 */
public final class SocketSwarm implements AutoCloseable {
  private final Selector selector;
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final CompletableFuture<Void> failure = new CompletableFuture<>();
  private final Thread thread;
  private volatile Beat beat = now -> Long.MAX_VALUE;
  private volatile boolean closing;

  /** Work that is due by the clock. */
  @FunctionalInterface
  public interface Beat {
    /** Does what is due and returns when it wants to be called again, by {@code nanoTime}. */
    long at(long now) throws IOException;
  }

  public SocketSwarm(String name) {
    try {
      selector = Selector.open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    thread = new Thread(this::run, name);
    thread.setDaemon(true);
    thread.start();
  }

  /** Opens a client; returns when the server has accepted it. Any thread. */
  public SocketClient open(URI uri, String token, SocketClient.Listener listener) {
    try {
      SocketClient client = SocketClient.open(uri, token, listener);
      client.channel().configureBlocking(false);
      client.channel().register(selector, SelectionKey.OP_READ, client);
      execute(() -> handleWhatCameEarly(client));
      return client;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void handleWhatCameEarly(SocketClient client) {
    try {
      client.handle();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Has something done on the thread of the clients. */
  public void execute(Runnable task) {
    tasks.add(task);
    selector.wakeup();
  }

  /** Has this called whenever it wants to be, from now on, in the place of what was before. */
  public void beat(Beat newBeat) {
    execute(() -> beat = newBeat);
  }

  /** Completes exceptionally when something has gone wrong. */
  public CompletableFuture<Void> failure() {
    return failure;
  }

  private void run() {
    try {
      while (!closing) {
        long now = System.nanoTime();
        long wait = (beat.at(now) - now) / 1_000_000;
        selector.select(this::read, Math.max(1, Math.min(wait, 1_000)));
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
          task.run();
        }
      }
    } catch (IOException | RuntimeException e) {
      failure.completeExceptionally(e);
    }
  }

  private void read(SelectionKey key) {
    SocketClient client = (SocketClient) key.attachment();
    try {
      if (!client.read()) {
        key.cancel();
        throw new IOException("the server has hung up");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    closing = true;
    selector.wakeup();
    try {
      thread.join();
      for (SelectionKey key : selector.keys()) {
        key.channel().close();
      }
      selector.close();
    } catch (IOException e) {
      // closed already, which was wanted
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
