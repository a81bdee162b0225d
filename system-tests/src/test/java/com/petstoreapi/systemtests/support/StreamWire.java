package com.petstoreapi.systemtests.support;

import java.net.URI;
import java.nio.ByteBuffer;

/**
 * An event stream, read just far enough to know the sequence number of each event: chunks are
 * undone byte by byte, and only the beginnings of lines are kept.
 */
final class StreamWire extends Wire {
  private static final int KEPT_OF_A_LINE = 48;

  private enum Part {
    SIZE,
    DATA,
    END_OF_CHUNK
  }

  private final byte[] line = new byte[KEPT_OF_A_LINE];
  private final String token;
  private final String type;
  private final String wanted;
  private Part part = Part.SIZE;
  private int left;
  private int lineLength;
  private boolean hasType;
  private boolean isWanted;
  private long seq;
  private volatile long lastEventId;
  private volatile int retry = -1;

  /**
   * @param type the type of the events to count; heartbeats and others are passed over
   */
  StreamWire(URI uri, String token, String type) {
    this(uri, token, type, 0, new Deliveries());
  }

  private StreamWire(URI uri, String token, String type, long lastEventId, Deliveries deliveries) {
    super(
        "GET "
            + target(uri)
            + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n"
            + "Authorization: Bearer "
            + token
            + "\r\n\r\n",
        200,
        deliveries);
    this.token = token;
    this.type = type;
    this.lastEventId = lastEventId;
    wanted = "event: " + type;
  }

  @Override
  Wire next(URI uri) {
    URI after = with(uri, "lastEventId", lastEventId);
    return new StreamWire(after, token, type, lastEventId, deliveries());
  }

  @Override
  byte[] goodbye() {
    return new byte[0];
  }

  @Override
  int farewell() {
    return retry;
  }

  static String target(URI uri) {
    return uri.getRawQuery() == null
        ? uri.getRawPath()
        : uri.getRawPath() + "?" + uri.getRawQuery();
  }

  @Override
  void take(ByteBuffer bytes) {
    while (bytes.hasRemaining()) {
      byte next = bytes.get();
      switch (part) {
        case SIZE -> size(next);
        case DATA -> data(next);
        case END_OF_CHUNK -> part = next == '\n' ? Part.SIZE : Part.END_OF_CHUNK;
      }
    }
  }

  private void size(byte next) {
    int digit = Character.digit(next, 16);
    if (digit >= 0) {
      left = left * 16 + digit;
    } else if (next == '\n') {
      part = left == 0 ? Part.END_OF_CHUNK : Part.DATA;
    }
  }

  private void data(byte next) {
    if (next != '\n') {
      if (lineLength < KEPT_OF_A_LINE) {
        line[lineLength] = next;
      }
      lineLength++;
    } else {
      endOfLine();
      lineLength = 0;
    }
    if (--left == 0) {
      part = Part.END_OF_CHUNK;
    }
  }

  private void endOfLine() {
    if (lineLength == 0) {
      endOfEvent();
    } else if (line[0] == 'e') {
      hasType = true;
      isWanted = lineLength == wanted.length() && lineStartsWith(wanted);
    } else if (line[0] == 'r' && lineStartsWith("retry: ")) {
      retry = (int) digits(line, 7, Math.min(lineLength, KEPT_OF_A_LINE));
    } else if (line[0] == 'i' && lineStartsWith("id: ")) {
      seq = digits(line, 4, Math.min(lineLength, KEPT_OF_A_LINE));
    }
  }

  private void endOfEvent() {
    lastEventId =
        Math.max(seq, lastEventId); // not before: an event that is cut off was not delivered
    if (hasType) {
      greet(seq);
    }
    if (isWanted) {
      delivered(seq);
    }
    hasType = false;
    isWanted = false;
  }

  private boolean lineStartsWith(String start) {
    for (int i = 0; i < start.length(); i++) {
      if (line[i] != start.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  static long digits(byte[] text, int from, int to) {
    long number = 0;
    for (int i = from; i < to && text[i] >= '0' && text[i] <= '9'; i++) {
      number = number * 10 + text[i] - '0';
    }
    return number;
  }
}
