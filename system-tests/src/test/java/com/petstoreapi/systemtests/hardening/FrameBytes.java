package com.petstoreapi.systemtests.hardening;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * WebSocket frames of a client as they go over the wire (RFC 6455, section 5.2), right or wrong.
 */
final class FrameBytes {
  static final int CONTINUATION = 0;
  static final int TEXT = 1;
  static final int BINARY = 2;
  static final int CLOSE = 8;
  static final int PING = 9;
  static final int FIN = 0x80;
  private static final int MASKED = 0x80;
  private static final int SHORT = 126;
  private static final int LONG = 127;

  /** How many bits the length takes. */
  enum LengthForm {
    BITS_7,
    BITS_16,
    BITS_64;

    static LengthForm shortest(int length) {
      return length < SHORT ? BITS_7 : length <= 0xffff ? BITS_16 : BITS_64;
    }
  }

  private FrameBytes() {}

  /** A whole text message in one frame. */
  static byte[] text(String message, int mask) {
    return frame(FIN | TEXT, message.getBytes(StandardCharsets.UTF_8), mask);
  }

  static byte[] part(int opcode, boolean last, byte[] payload) {
    return frame(last ? FIN | opcode : opcode, payload, 0);
  }

  static byte[] frame(int firstByte, byte[] payload, int mask) {
    return frame(
        firstByte, LengthForm.shortest(payload.length), payload.length, true, mask, payload);
  }

  /**
   * A frame bit by bit.
   *
   * @param length what it says, which need not be the payload's; cut to the form's width
   */
  static byte[] frame(
      int firstByte, LengthForm form, long length, boolean masked, int mask, byte[] payload) {
    ByteBuffer frame = ByteBuffer.allocate(payload.length + 14);
    int bit = masked ? MASKED : 0;
    frame.put((byte) firstByte);
    switch (form) {
      case BITS_7 -> frame.put((byte) (bit | length & 0x7f));
      case BITS_16 -> frame.put((byte) (bit | SHORT)).putShort((short) length);
      case BITS_64 -> frame.put((byte) (bit | LONG)).putLong(length);
    }
    if (masked) {
      frame.putInt(mask);
    }
    for (int i = 0; i < payload.length; i++) {
      int key = masked ? mask >> (24 - 8 * (i % 4)) : 0;
      frame.put((byte) (payload[i] ^ key));
    }
    byte[] bytes = new byte[frame.position()];
    frame.flip().get(bytes);
    return bytes;
  }
}
