package com.petstoreapi.systemtests.hardening;

import com.petstoreapi.systemtests.hardening.FrameBytes.LengthForm;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** What is sent on a socket. */
final class FrameInputs {
  static final List<JsonShape> AUCTION =
      List.of(
          JsonShape.of("type", "\"bid\"", "amount", "5", "key", "\"k-1\""),
          JsonShape.of("type", "\"bid\"", "max", "900", "key", "\"k-2\""),
          JsonShape.of("type", "\"ping\"", "at", "17"),
          JsonShape.of("type", "\"watch\"", "petId", "\"019b4132\""),
          JsonShape.of("type", "\"auth\"", "token", "\"e30.e30.\""),
          JsonShape.of("type", "\"buy-now\"", "key", "\"k-3\""));

  static final List<JsonShape> CARE =
      List.of(
          care("{\"op\":\"add\",\"id\":\"a\",\"text\":\"Walk\",\"after\":null}"),
          care("{\"op\":\"edit\",\"id\":\"a\",\"fields\":{\"text\":\"Feed\",\"due\":null}}"),
          care("{\"op\":\"check\",\"id\":\"a\",\"done\":true}"),
          care("{\"op\":\"move\",\"id\":\"a\",\"after\":\"b\"}"),
          care("{\"op\":\"remove\",\"id\":\"a\"}"),
          JsonShape.of("type", "\"cursor\"", "taskId", "\"a\"", "field", "\"text\""));

  /**
   * Good ones of the contract, and ones that must not be sent (RFC 6455, section 7.4). None above
   * 4999: there the container stops reading, and only the missing pong ends the connection.
   */
  private static final List<Integer> CLOSE_CODES =
      List.of(0, 999, 1000, 1001, 1003, 1004, 1005, 1006, 1008, 1014, 1015, 2999, 4999);

  private static final List<Long> LYING_LENGTHS =
      List.of(0L, 1L, 125L, 126L, 65_535L, 65_536L, 65_537L, 1L << 31, 1L << 32, Long.MAX_VALUE);

  private FrameInputs() {}

  /** Text messages, each whole: the connection stays. */
  static Arbitrary<List<Input>> messages(List<JsonShape> shapes, int count) {
    return Combinators.combine(JsonInputs.of(shapes), Arbitraries.integers(), splits())
        .as(FrameInputs::message)
        .list()
        .ofSize(count);
  }

  /** Good messages, and then frames of which most end the connection. */
  static Arbitrary<List<Input>> frames(int count) {
    return Combinators.combine(
            messages(AUCTION, count / 2),
            Arbitraries.oneOf(bits(), lies(), closes()).list().ofSize(count - count / 2))
        .as(
            (messages, frames) -> {
              List<Input> all = new ArrayList<>(messages);
              all.addAll(frames);
              return all;
            });
  }

  private static JsonShape care(String operation) {
    return JsonShape.of("type", "\"op\"", "key", "\"k-4\"", "op", operation);
  }

  private static Arbitrary<Integer> splits() {
    return Arbitraries.frequencyOf(
        Tuple.of(8, Arbitraries.just(0)), Tuple.of(2, Arbitraries.integers().between(1, 40)));
  }

  /** In one frame, or in two with a ping between them; a character is never split. */
  private static Input message(String text, int mask, int split) {
    if (split == 0 || split >= text.length() || Character.isLowSurrogate(text.charAt(split))) {
      return new Input(FrameBytes.text(text, mask), true);
    }
    byte[] first = text.substring(0, split).getBytes(StandardCharsets.UTF_8);
    byte[] second = text.substring(split).getBytes(StandardCharsets.UTF_8);
    byte[] head = FrameBytes.part(FrameBytes.TEXT, false, first);
    byte[] ping = FrameBytes.part(FrameBytes.PING, true, new byte[split % 126]);
    byte[] tail = FrameBytes.part(FrameBytes.CONTINUATION, true, second);
    return new Input(
        ByteBuffer.allocate(head.length + ping.length + tail.length)
            .put(head)
            .put(ping)
            .put(tail)
            .array(),
        true);
  }

  private static Arbitrary<Input> bits() {
    return Combinators.combine(
            Arbitraries.bytes().filter(first -> (first & 0x0f) != FrameBytes.CLOSE),
            Arbitraries.of(LengthForm.class),
            Arbitraries.of(true, true, true, false),
            Arbitraries.integers(),
            Arbitraries.bytes().array(byte[].class).ofMaxSize(300))
        .as(
            (first, form, masked, mask, payload) ->
                new Input(
                    FrameBytes.frame(first, form, payload.length, masked, mask, payload), false));
  }

  /** What is left of such a frame is letters, which are the beginning of no good frame. */
  private static Arbitrary<Input> lies() {
    return Combinators.combine(
            Arbitraries.of(FrameBytes.CONTINUATION, FrameBytes.TEXT, FrameBytes.BINARY),
            Arbitraries.of(true, false),
            Arbitraries.oneOf(Arbitraries.of(LYING_LENGTHS), Arbitraries.longs().between(0, 200)),
            Arbitraries.strings().alpha().ofMaxLength(300))
        .as(
            (opcode, last, length, payload) ->
                new Input(
                    FrameBytes.frame(
                        last ? FrameBytes.FIN | opcode : opcode,
                        LengthForm.BITS_64,
                        length,
                        true,
                        0,
                        payload.getBytes(StandardCharsets.US_ASCII)),
                    false));
  }

  private static Arbitrary<Input> closes() {
    return Combinators.combine(
            Arbitraries.of(CLOSE_CODES), Arbitraries.bytes().array(byte[].class).ofMaxSize(20))
        .as(
            (code, reason) ->
                new Input(
                    FrameBytes.part(
                        FrameBytes.CLOSE,
                        true,
                        ByteBuffer.allocate(2 + reason.length)
                            .putShort(code.shortValue())
                            .put(reason)
                            .array()),
                    false));
  }
}
