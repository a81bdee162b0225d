package com.petstoreapi.systemtests.cluster;

import com.petstoreapi.systemtests.support.PetstoreServers;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A plain balancer: each connection goes to the next server that takes it, whoever the client is.
 */
final class Balancer implements AutoCloseable {
  private static final int CONNECT_MILLIS = 500;
  private static final int BACKLOG = 1_000;

  private final ServerSocket listening;
  private final List<Integer> ports = new CopyOnWriteArrayList<>();
  private final AtomicInteger turn = new AtomicInteger();

  private Balancer(int port) throws IOException {
    this.listening = new ServerSocket(port, BACKLOG);
  }

  /** Before nobody yet. */
  static Balancer start() {
    try {
      Balancer balancer = new Balancer(PetstoreServers.freePort());
      daemon(balancer::accept);
      return balancer;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /**
   * @param port of a server that it is to stand before, too
   */
  void add(int port) {
    ports.add(port);
  }

  /** It stands before that one no more. */
  void remove(int port) {
    ports.remove((Integer) port);
  }

  URI uri(String path) {
    return URI.create("http://localhost:" + listening.getLocalPort() + path);
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket client = listening.accept();
        daemon(() -> serve(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    List<Integer> now = List.copyOf(ports);
    for (int tries = 0; tries < now.size(); tries++) {
      int port = now.get(Math.floorMod(turn.getAndIncrement(), now.size()));
      Socket server = new Socket();
      try {
        server.connect(new InetSocketAddress("localhost", port), CONNECT_MILLIS);
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        daemon(() -> pump(server, client));
        pump(client, server);
        return;
      } catch (IOException away) {
        close(server); // the next may be there
      }
    }
    close(client);
  }

  private static void pump(Socket from, Socket to) {
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      byte[] buffer = new byte[16_384];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        out.write(buffer, 0, read);
        out.flush();
      }
    } catch (IOException ended) {
      // One side has gone; so does the other.
    } finally {
      close(from);
      close(to);
    }
  }

  private static void daemon(Runnable task) {
    Thread thread = new Thread(task, "balancer");
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
    try {
      listening.close();
    } catch (IOException alreadyGone) {
      // What was wanted.
    }
  }
}
