package com.petstoreapi.benchmarks.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A WebSocket client that costs next to nothing: it looks at frames where they lie, and sends with
 * a mask of zeros. All but {@link #open} happens on the thread of its {@link SocketSwarm}.
 */
public final class SocketClient {
  private static final int FIRST_CAPACITY = 16 * 1024;
  private static final int TEXT = 0x81;
  private static final int CLOSE = 0x88;
  private static final int PING = 0x89;
  private static final int PONG = 0x8a;
  private static final int MASKED = 0x80;
  private static final int MASK_BYTES = 4;
  private static final int LENGTH_16 = 126;
  private static final int LENGTH_64 = 127;

  /** Who listens to a client. */
  public interface Listener {
    /** A text message, in UTF-8; the bytes are good until this returns. */
    void heard(SocketClient client, byte[] bytes, int from, int to);

    /** The other side has closed. */
    void left(SocketClient client, int code);
  }

  private final SocketChannel channel;
  private final Listener listener;
  private ByteBuffer incoming = ByteBuffer.allocate(FIRST_CAPACITY).order(ByteOrder.BIG_ENDIAN);
  private final ByteBuffer outgoing = ByteBuffer.allocateDirect(1024);

  private SocketClient(SocketChannel channel, Listener listener) {
    this.channel = channel;
    this.listener = listener;
  }

  /**
   * Connects and shakes hands; blocks.
   *
   * @throws IOException also when the server refuses the handshake
   */
  static SocketClient open(URI uri, String token, Listener listener) throws IOException {
    SocketChannel channel = SocketChannel.open(new InetSocketAddress(uri.getHost(), uri.getPort()));
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    SocketClient client = new SocketClient(channel, listener);
    client.shakeHands(uri, token);
    return client;
  }

  SocketChannel channel() {
    return channel;
  }

  private void shakeHands(URI uri, String token) throws IOException {
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    String request =
        "GET %s HTTP/1.1\r\nHost: %s:%d\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                .formatted(uri.getRawPath() + query, uri.getHost(), uri.getPort())
            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
            + "Sec-WebSocket-Protocol: petstore.v1\r\nAuthorization: Bearer "
            + token
            + "\r\n\r\n";
    ByteBuffer bytes = ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    String head = readHead();
    if (!head.startsWith("HTTP/1.1 101")) {
      channel.close();
      throw new IOException("the handshake was refused: " + head.lines().findFirst().orElse(""));
    }
  }

  /** Reads up to the empty line; what has come behind it stays. */
  private String readHead() throws IOException {
    while (true) {
      String head =
          new String(incoming.array(), 0, incoming.position(), StandardCharsets.ISO_8859_1);
      int end = head.indexOf("\r\n\r\n");
      if (end >= 0) {
        incoming.flip().position(end + 4);
        incoming.compact();
        return head;
      }
      if (channel.read(incoming) < 0) {
        throw new IOException("closed during the handshake");
      }
    }
  }

  /** Reads what there is; returns false when there will be no more. */
  boolean read() throws IOException {
    int count = channel.read(incoming);
    handle();
    return count >= 0;
  }

  /** Handles the frames that are complete. */
  void handle() throws IOException {
    incoming.flip();
    int needed = frame();
    while (needed == 0) {
      needed = frame();
    }
    if (needed > incoming.capacity()) {
      incoming =
          ByteBuffer.wrap(
              Arrays.copyOfRange(
                  incoming.array(), incoming.position(), incoming.position() + 2 * needed),
              incoming.remaining(),
              2 * needed - incoming.remaining());
    } else {
      incoming.compact();
    }
  }

  /** Handles one frame; if it is not complete returns how many bytes it has, or 2 for its head. */
  private int frame() throws IOException {
    int at = incoming.position();
    int available = incoming.remaining();
    if (available < 2) {
      return 2;
    }
    int length = incoming.get(at + 1) & 0x7f;
    int head = length == LENGTH_64 ? 10 : length == LENGTH_16 ? 4 : 2;
    if (available < head) {
      return head;
    }
    if (length == LENGTH_16) {
      length = incoming.getShort(at + 2) & 0xffff;
    } else if (length == LENGTH_64) {
      length = Math.toIntExact(incoming.getLong(at + 2));
    }
    if (available < head + length) {
      return head + length;
    }
    incoming.position(at + head + length);
    handle(incoming.get(at) & 0xff, at + head, length);
    return 0;
  }

  private void handle(int kind, int from, int length) throws IOException {
    switch (kind) {
      case TEXT -> listener.heard(this, incoming.array(), from, from + length);
      case PING -> send(PONG, Arrays.copyOfRange(incoming.array(), from, from + length));
      case CLOSE -> listener.left(this, length < 2 ? 1005 : incoming.getShort(from) & 0xffff);
      default -> throw new IOException("an unforeseen frame: " + kind);
    }
  }

  /**
   * Sends a message of ASCII letters.
   *
   * @throws IOException also when the server does not read: bids are small, and few at a time
   */
  public void send(String text) throws IOException {
    send(TEXT, text.getBytes(StandardCharsets.US_ASCII));
  }

  private void send(int kind, byte[] payload) throws IOException {
    outgoing.clear().put((byte) kind);
    if (payload.length < LENGTH_16) {
      outgoing.put((byte) (MASKED | payload.length));
    } else {
      outgoing.put((byte) (MASKED | LENGTH_16)).putShort((short) payload.length);
    }
    outgoing.put(new byte[MASK_BYTES]).put(payload).flip();
    channel.write(outgoing);
    if (outgoing.hasRemaining()) {
      throw new IOException("the server does not read");
    }
  }
}
