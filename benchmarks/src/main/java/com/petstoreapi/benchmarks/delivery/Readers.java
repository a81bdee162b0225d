package com.petstoreapi.benchmarks.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.IntFunction;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Thousands of clients of a {@link Contestant} on one thread. They do not take the protocol apart:
 * what arrives is searched for the marker and the number behind it, which tells what came, in which
 * order, and when.
 */
final class Readers implements AutoCloseable {
  private static final int CHUNK = 512 * 1024;
  private static final int MOST_NUMBERS = 1 << 20;
  private static final int DEAF_BUFFER = 4 * 1024;
  private static final long LONGEST_MICROS = 60_000_000;

  private final Contestant contestant;
  private final byte[] marker;
  private final Selector selector;
  private final List<Reader> readers = new CopyOnWriteArrayList<>();
  private final List<SocketChannel> deaf = new CopyOnWriteArrayList<>();
  private final AtomicInteger opened = new AtomicInteger();
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(CHUNK);
  private final byte[] chunk = new byte[CHUNK]; // much faster to search
  private final AtomicLongArray publishedAt = new AtomicLongArray(MOST_NUMBERS);
  private final AtomicLong delivered = new AtomicLong();
  private final AtomicLong lost = new AtomicLong();
  private final AtomicLong ended = new AtomicLong();
  private final Histogram latencies = new ConcurrentHistogram(LONGEST_MICROS, 2);
  private final Thread thread = new Thread(this::run, "readers");
  private volatile boolean closing;

  Readers(Contestant contestant) {
    this.contestant = contestant;
    this.marker = contestant.marker().getBytes(StandardCharsets.US_ASCII);
    try {
      selector = Selector.open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    thread.setDaemon(true);
    thread.start();
  }

  /** Opens so many more; returns when the server has accepted them. Any thread. */
  void open(int count) {
    open(count, contestant::address);
  }

  /**
   * @param address where a client connects, by his number
   */
  void open(int count, IntFunction<URI> address) {
    for (int i = 0; i < count; i++) {
      int client = opened.getAndIncrement();
      open(client, address.apply(client));
    }
  }

  /** Opens so many that never read what comes after the head, and can take in but little. */
  void openDeaf(int count) {
    for (int i = 0; i < count; i++) {
      int client = opened.getAndIncrement();
      try {
        deaf.add(connect(client, contestant.address(client), DEAF_BUFFER));
      } catch (IOException e) {
        throw new UncheckedIOException("client " + client, e);
      }
    }
  }

  private SocketChannel connect(int client, URI uri, int receiveBuffer) throws IOException {
    SocketChannel channel = SocketChannel.open();
    if (receiveBuffer > 0) {
      channel.setOption(StandardSocketOptions.SO_RCVBUF, receiveBuffer);
    }
    channel.connect(new InetSocketAddress(uri.getHost(), uri.getPort()));
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.write(ByteBuffer.wrap(request(uri, client).getBytes(StandardCharsets.US_ASCII)));
    readHead(channel);
    channel.write(ByteBuffer.wrap(contestant.greeting()));
    return channel;
  }

  private void open(int client, URI uri) {
    try {
      SocketChannel channel = connect(client, uri, 0);
      channel.configureBlocking(false);
      Reader reader = new Reader();
      readers.add(reader);
      selector.wakeup();
      channel.register(selector, SelectionKey.OP_READ, reader);
    } catch (IOException e) {
      throw new UncheckedIOException("client " + client, e);
    }
  }

  private String request(URI uri, int client) {
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    StringBuilder request =
        new StringBuilder("GET ")
            .append(uri.getRawPath())
            .append(query)
            .append(" HTTP/1.1\r\nHost: localhost\r\n");
    contestant
        .token(client)
        .ifPresent(token -> request.append("Authorization: Bearer ").append(token).append("\r\n"));
    request.append(
        contestant.overSockets()
            ? "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"
            : "Accept: text/event-stream\r\n\r\n");
    return request.toString();
  }

  /** Up to the empty line, byte by byte: what comes behind it is not for here. */
  private void readHead(SocketChannel channel) throws IOException {
    StringBuilder head = new StringBuilder();
    ByteBuffer one = ByteBuffer.allocate(1);
    while (head.indexOf("\r\n\r\n") < 0) {
      one.clear();
      if (channel.read(one) < 0) {
        throw new IOException("closed: " + head);
      }
      head.append((char) one.get(0));
    }
    if (!head.toString().startsWith(contestant.overSockets() ? "HTTP/1.1 101" : "HTTP/1.1 200")) {
      throw new IOException("refused: " + head);
    }
  }

  /** To be called right before a number is published. */
  void publishing(int number) {
    publishedAt.set(number, System.nanoTime());
  }

  /** Whether each has got that number, or a later one. */
  boolean allHave(int number) {
    return readers.stream().allMatch(reader -> reader.last >= number);
  }

  /** Begins to count anew. */
  void reset() {
    delivered.set(0);
    lost.set(0);
    latencies.reset();
  }

  /** Whether each message has arrived at each client since {@link #reset}, and nobody has left. */
  boolean isComplete(long wanted) {
    return delivered() == wanted && lost() == 0 && ended() == 0;
  }

  /** What is missing to that. */
  String shortfall(long wanted) {
    return "%,d of %,d arrived, %,d passed over, %,d clients left"
        .formatted(delivered(), wanted, lost(), ended());
  }

  long delivered() {
    return delivered.get();
  }

  /** Numbers that a client should have got before the one that it got. */
  long lost() {
    return lost.get();
  }

  /** Clients that the server has left. */
  long ended() {
    return ended.get();
  }

  /** From right before a publication to the arrival at each client, in microseconds. */
  Histogram latencies() {
    return latencies.copy();
  }

  private void run() {
    try {
      while (!closing) {
        selector.select(this::read, 1_000);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(SelectionKey key) {
    try {
      buffer.clear();
      int length = ((SocketChannel) key.channel()).read(buffer);
      if (length < 0) {
        ended.incrementAndGet();
        key.cancel();
        return;
      }
      buffer.flip().get(chunk, 0, length);
      ((Reader) key.attachment()).take(length, System.nanoTime());
    } catch (IOException e) {
      ended.incrementAndGet();
      key.cancel();
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
      for (SocketChannel channel : deaf) {
        channel.close();
      }
    } catch (IOException e) {
      // closed already, which was wanted
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One client. */
  private final class Reader {
    private int matched;
    private int number = -1;
    private volatile int last;

    /** What is in the chunk; what has begun in an earlier one goes on. */
    void take(int length, long now) {
      for (int at = 0; at < length; at++) {
        byte next = chunk[at];
        if (number >= 0) {
          if (next >= '0' && next <= '9') {
            number = number * 10 + next - '0';
          } else {
            arrived(now);
          }
        } else if (matched == 0) {
          at = nextStart(at, length);
          matched = at < length ? 1 : 0;
        } else if (next != marker[matched]) {
          matched = next == marker[0] ? 1 : 0;
        } else if (++matched == marker.length) {
          number = 0;
          matched = 0;
        }
      }
    }

    /** Most bytes are passed over here. */
    private int nextStart(int from, int length) {
      byte[] bytes = chunk;
      byte first = marker[0];
      int at = from;
      while (at < length && bytes[at] != first) {
        at++;
      }
      return at;
    }

    private void arrived(long now) {
      delivered.incrementAndGet();
      if (last > 0) {
        lost.addAndGet(Math.max(0, number - last - 1));
      }
      last = number;
      long micros = (now - publishedAt.get(number)) / 1_000;
      latencies.recordValue(Math.max(0, Math.min(micros, LONGEST_MICROS)));
      number = -1;
    }
  }
}
