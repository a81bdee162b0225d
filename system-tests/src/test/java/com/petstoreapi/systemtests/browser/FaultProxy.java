package com.petstoreapi.systemtests.browser;

import com.petstoreapi.systemtests.support.PetstoreServers;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands before a server and does what networks do: cuts, delays, refuses sockets, holds streams
 * back.
 */
public final class FaultProxy implements AutoCloseable {
  private static final byte[] FORBIDDEN =
      "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
          .getBytes(StandardCharsets.US_ASCII);

  private final ServerSocket listening;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile int target;
  private volatile int delayMillis;
  private volatile boolean cut;
  private volatile boolean refusingSockets;
  private volatile boolean holdingStreams;

  private FaultProxy(ServerSocket listening) {
    this.listening = listening;
  }

  /** Its port is known before there is a server behind it. */
  public static FaultProxy create() {
    try {
      FaultProxy proxy = new FaultProxy(new ServerSocket(PetstoreServers.freePort()));
      daemon(proxy::accept);
      return proxy;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /**
   * @param port of the server that it stands before
   */
  public void before(int port) {
    target = port;
  }

  public URI uri(String path) {
    return URI.create("http://localhost:" + listening.getLocalPort() + path);
  }

  /** All connections end, and nobody gets through any more. */
  public void cut() {
    cut = true;
    dropAll();
  }

  /** All connections end; who comes again is served. */
  public void dropAll() {
    open.forEach(FaultProxy::close);
  }

  /** From now on each piece of bytes, in either direction, is held for so long. */
  public void delay(int millis) {
    delayMillis = millis;
  }

  void refuseSockets() {
    refusingSockets = true;
  }

  /** Streams are collected, as if to be handed on when they end. */
  void holdStreams() {
    holdingStreams = true;
  }

  /** From now on everything gets through again; what is held stays so. */
  public void mend() {
    cut = false;
    refusingSockets = false;
    holdingStreams = false;
    delayMillis = 0;
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket client = listening.accept();
        if (cut) {
          close(client);
        } else {
          daemon(() -> serve(client));
        }
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (Socket server = new Socket("localhost", target)) {
      open.add(client);
      open.add(server);
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      Pair pair = new Pair(client, server);
      daemon(pair::toClient);
      pair.toServer();
    } catch (IOException away) {
      close(client);
    }
  }

  /** One connection through it. A request's head is taken to come in one piece. */
  private final class Pair {
    private final Socket client;
    private final Socket server;
    private volatile boolean held;

    Pair(Socket client, Socket server) {
      this.client = client;
      this.server = server;
    }

    void toServer() {
      pump(
          client,
          server,
          bytes -> {
            String head = bytes.toLowerCase(Locale.ROOT);
            if (refusingSockets && head.contains("\r\nupgrade: websocket")) {
              client.getOutputStream().write(FORBIDDEN);
              return false;
            }
            if (head.startsWith("get ") || head.startsWith("post ")) {
              held = holdingStreams && head.contains("\r\naccept: text/event-stream");
            }
            return true;
          });
    }

    void toClient() {
      pump(server, client, bytes -> true);
    }

    private void pump(Socket from, Socket to, Look look) {
      try (InputStream in = from.getInputStream();
          OutputStream out = to.getOutputStream()) {
        byte[] buffer = new byte[16_384];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          if (!look.letsPass(new String(buffer, 0, read, StandardCharsets.ISO_8859_1))) {
            return;
          }
          Thread.sleep(delayMillis);
          if (to == server || !held) {
            out.write(buffer, 0, read);
          }
        }
      } catch (IOException ended) {
        // One side has gone; so does the other.
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      } finally {
        close(from);
        close(to);
        open.remove(from);
        open.remove(to);
      }
    }
  }

  @FunctionalInterface
  private interface Look {
    boolean letsPass(String bytes) throws IOException;
  }

  private static void daemon(Runnable task) {
    Thread thread = new Thread(task, "fault-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException alreadyGone) {
      // What was wanted.
    }
  }

  @Override
  public void close() {
    cut();
    try {
      listening.close();
    } catch (IOException alreadyGone) {
      // What was wanted.
    }
  }
}
