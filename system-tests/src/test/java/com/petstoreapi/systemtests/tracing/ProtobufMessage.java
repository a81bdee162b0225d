package com.petstoreapi.systemtests.tracing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A message of Protocol Buffers, as far as traces need it: texts, bytes and messages in it. */
final class ProtobufMessage {
  private static final int VARINT = 0;
  private static final int EIGHT_BYTES = 1;
  private static final int DELIMITED = 2;
  private static final int FOUR_BYTES = 5;

  private final Map<Integer, List<byte[]>> fields = new TreeMap<>();

  ProtobufMessage(byte[] encoded) {
    ByteBuffer bytes = ByteBuffer.wrap(encoded);
    while (bytes.hasRemaining()) {
      long tag = varint(bytes);
      int number = (int) (tag >>> 3);
      byte[] value = value((int) tag & 7, bytes);
      fields.computeIfAbsent(number, key -> new ArrayList<>()).add(value);
    }
  }

  private static byte[] value(int type, ByteBuffer bytes) {
    byte[] value =
        switch (type) {
          case VARINT -> Long.toString(varint(bytes)).getBytes(StandardCharsets.UTF_8);
          case EIGHT_BYTES -> new byte[8];
          case FOUR_BYTES -> new byte[4];
          case DELIMITED -> new byte[(int) varint(bytes)];
          default -> throw new IllegalArgumentException("wire type " + type);
        };
    if (type != VARINT) {
      bytes.get(value);
    }
    return value;
  }

  private static long varint(ByteBuffer bytes) {
    long value = 0;
    int shift = 0;
    byte next;
    do {
      next = bytes.get();
      value |= (long) (next & 0x7f) << shift;
      shift += 7;
    } while (next < 0);
    return value;
  }

  List<ProtobufMessage> messages(int field) {
    return fields.getOrDefault(field, List.of()).stream().map(ProtobufMessage::new).toList();
  }

  /** Numbers are texts, too; empty where there is none. */
  String text(int field) {
    return new String(first(field), StandardCharsets.UTF_8);
  }

  String hex(int field) {
    return HexFormat.of().formatHex(first(field));
  }

  private byte[] first(int field) {
    List<byte[]> values = fields.getOrDefault(field, List.of());
    return values.isEmpty() ? new byte[0] : values.get(0);
  }
}
