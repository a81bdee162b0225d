package com.petstoreapi.systemtests.support;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * One connection of a {@link LoadClient}: its request, the head of the answer, then its protocol.
 */
public abstract class Wire {
  private static final int END_OF_HEAD = 0x0d0a0d0a;

  private final byte[] request;
  private final int statusWanted;
  private final Deliveries deliveries;
  private final StringBuilder statusLine = new StringBuilder();
  private int lastFourBytes;
  private volatile boolean greeted;
  private boolean open;
  private volatile boolean ended;
  private SocketChannel channel;

  /**
   * @param deliveries are continued by what comes on this one
   */
  Wire(String request, int statusWanted, Deliveries deliveries) {
    this.request = request.getBytes(StandardCharsets.US_ASCII);
    this.statusWanted = statusWanted;
    this.deliveries = deliveries;
  }

  /** The same client's next connection, there, from where this one has ended. */
  abstract Wire next(URI uri);

  /** What the server said last: a stream's retry time, a socket's close code; -1 for nothing. */
  abstract int farewell();

  /** What a client says that leaves in good order; may be empty. */
  abstract byte[] goodbye();

  static URI with(URI uri, String name, long value) {
    return URI.create(uri + (uri.getQuery() == null ? "?" : "&") + name + "=" + value);
  }

  /** Called by the selector's thread only, with what has just arrived. */
  abstract void take(ByteBuffer bytes) throws IOException;

  void start(SocketChannel connected) throws IOException {
    channel = connected;
    channel.write(ByteBuffer.wrap(request));
  }

  void arrived(ByteBuffer bytes) throws IOException {
    while (!open && bytes.hasRemaining()) {
      int next = bytes.get() & 0xff;
      if (statusLine.length() < 12) {
        statusLine.append((char) next);
      }
      lastFourBytes = lastFourBytes << 8 | next;
      open = lastFourBytes == END_OF_HEAD && answeredAsWanted();
    }
    if (open) {
      take(bytes);
    }
  }

  private boolean answeredAsWanted() throws IOException {
    if (!statusLine.toString().endsWith(Integer.toString(statusWanted))) {
      throw new IOException("answered with " + statusLine);
    }
    return true;
  }

  void write(byte[] bytes) throws IOException {
    channel.write(ByteBuffer.wrap(bytes));
  }

  void delivered(long seq) {
    deliveries.add(seq);
  }

  public Deliveries deliveries() {
    return deliveries;
  }

  /**
   * The server's first message has come: from its position on nothing may be missed.
   *
   * @param seq negative if the message has none
   */
  void greet(long seq) {
    if (seq >= 0) {
      deliveries.begin(seq);
    }
    greeted = true;
  }

  /** Ends it from this side; to be called by the selector's thread only. */
  void leave(boolean politely) throws IOException {
    ended = true;
    if (politely) {
      write(goodbye());
    } else {
      channel.setOption(StandardSocketOptions.SO_LINGER, 0); // a reset
    }
    channel.close();
  }

  SocketChannel channel() {
    return channel;
  }

  public boolean isGreeted() {
    return greeted;
  }

  /** In words, for who looks into a failure. */
  String state() {
    return ended ? "one that ended with " + farewell() : greeted ? "an open one" : "a silent one";
  }

  void end() {
    ended = true;
  }

  /** Whether either side has ended it. */
  public boolean hasEnded() {
    return ended;
  }
}
