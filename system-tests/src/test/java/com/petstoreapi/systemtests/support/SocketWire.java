package com.petstoreapi.systemtests.support;

import com.petstoreapi.contract.Channel;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * A WebSocket, read just far enough to know type and position of each message; pings are answered.
 */
final class SocketWire extends Wire {
  private static final byte[] POSITION = "\"position\":\"".getBytes(StandardCharsets.US_ASCII);
  private static final int TEXT = 1;
  private static final int CLOSE = 8;
  private static final int PING = 9;
  private static final int LOOKED_AT = 3;

  /** A masked close frame with code 1000. */
  private static final byte[] GOODBYE = {
    (byte) 0x88, (byte) 0x82, 0, 0, 0, 0, (byte) (1000 >> 8), (byte) 1000
  };

  private final String token;
  private final String type;
  private final byte[] wantedType;
  private final Optional<Channel> channel;
  private byte[] frame = new byte[1024];
  private int have;
  private int lookedAt;
  private volatile int closeCode = -1;

  /**
   * @param type the type of the messages to count
   */
  SocketWire(URI uri, String token, String type) {
    this(uri, token, type, new Deliveries());
  }

  private SocketWire(URI uri, String token, String type, Deliveries deliveries) {
    super(
        "GET "
            + StreamWire.target(uri)
            + " HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n"
            + "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nAuthorization: Bearer "
            + token
            + "\r\n\r\n",
        101,
        deliveries);
    this.token = token;
    this.type = type;
    channel = Conformance.channelAt(uri);
    wantedType = ("\"type\":\"" + type + "\"").getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  Wire next(URI uri) {
    return new SocketWire(with(uri, "after", deliveries().last()), token, type, deliveries());
  }

  @Override
  int farewell() {
    return closeCode;
  }

  @Override
  byte[] goodbye() {
    return GOODBYE;
  }

  @Override
  void take(ByteBuffer bytes) throws IOException {
    int count = bytes.remaining();
    if (have + count > frame.length) {
      frame = Arrays.copyOf(frame, Math.max(have + count, frame.length * 2));
    }
    bytes.get(frame, have, count);
    have += count;
    int from = 0;
    for (int to = endOfFrame(from); to >= 0; to = endOfFrame(from)) {
      frame(frame[from] & 0x0f, payloadOf(from), to);
      from = to;
    }
    System.arraycopy(frame, from, frame, 0, have - from);
    have -= from;
  }

  /** Where the frame that begins there ends, or -1 while it is not complete. */
  private int endOfFrame(int from) {
    int payload = payloadOf(from);
    if (have - from < 2 || have < payload) {
      return -1;
    }
    int length = frame[from + 1] & 0x7f;
    if (length == 126) {
      length = ByteBuffer.wrap(frame).getShort(from + 2) & 0xffff;
    } else if (length == 127) {
      length = (int) ByteBuffer.wrap(frame).getLong(from + 2);
    }
    return have < payload + length ? -1 : payload + length;
  }

  private int payloadOf(int from) {
    int length = have - from < 2 ? 0 : frame[from + 1] & 0x7f;
    return from + (length == 127 ? 10 : length == 126 ? 4 : 2);
  }

  private void frame(int opcode, int from, int to) throws IOException {
    if (opcode == TEXT) {
      if (!isGreeted()) {
        int position = find(POSITION, from, to);
        greet(position < 0 ? -1 : StreamWire.digits(frame, position + POSITION.length, to));
      }
      lookAt(from, to);
    }
    if (opcode == PING) {
      answer(0x8a, Arrays.copyOfRange(frame, from, to));
    } else if (opcode == CLOSE) {
      closeCode = ByteBuffer.wrap(frame).getShort(from) & 0xffff;
      answer(0x88, Arrays.copyOfRange(frame, from, from + 2));
    } else if (find(wantedType, from, to) >= 0) {
      int position = find(POSITION, from, to);
      delivered(StreamWire.digits(frame, position + POSITION.length, to));
    }
  }

  /** The first messages of each connection; more would cost the servers their processor. */
  private void lookAt(int from, int to) {
    if (lookedAt < LOOKED_AT && channel.isPresent()) {
      lookedAt++;
      String text = new String(frame, from, to - from, StandardCharsets.UTF_8);
      Conformance.told(channel.get(), text);
    }
  }

  private void answer(int head, byte[] payload) throws IOException {
    ByteBuffer frame = ByteBuffer.allocate(6 + payload.length);
    frame.put((byte) head).put((byte) (0x80 | payload.length)).putInt(0).put(payload);
    write(frame.array());
  }

  private int find(byte[] what, int from, int to) {
    for (int i = from; i <= to - what.length; i++) {
      if (frame[i] == what[0] && Arrays.equals(frame, i, i + what.length, what, 0, what.length)) {
        return i;
      }
    }
    return -1;
  }
}
