package com.petstoreapi.edge.sse;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.edge.support.EventStreamReader;
import com.petstoreapi.edge.support.EventStreamReader.Received;
import com.petstoreapi.realtime.journal.Audience;
import com.petstoreapi.realtime.journal.Event;
import com.petstoreapi.realtime.journal.Position;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SseEncodingTest {
  private static final String[] PIECES = {
    "\n",
    "\r",
    "\r\n",
    "\n\r",
    "\n\n",
    ":",
    " ",
    "data: ",
    "id: 9",
    "event: x",
    "retry: 1",
    "\t",
    "{\"a\":1}",
    "ä",
    "🐕",
    "\u2028",
    "\u0085",
    "\u0000",
    "\uFEFF",
    "x"
  };

  @Test
  void writesAnEventOfTheJournal() {
    Event event =
        new Event(124, Instant.EPOCH, "adoption", Audience.EVERYONE, "rex", "{\"petId\":\"rex\"}");
    byte[] frame = SseEncoding.INSTANCE.encode(event, new Position(124, "k3f9"));
    assertThat(new String(frame, StandardCharsets.UTF_8))
        .isEqualTo("id: 124-k3f9\nevent: adoption\ndata: {\"petId\":\"rex\"}\n\n");
  }

  @Test
  void dispatchesAnEventWithoutData() {
    assertThat(EventStreamReader.events(SseEncoding.frame("1-e", "ping", "")))
        .containsExactly(new Received("1-e", "ping", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\nb",
        "a\rb",
        "a\r\nb",
        "a\n",
        "a\r",
        "a\r\n",
        "\n",
        "\r\n\r\n",
        "\n\nid: 7\n\n",
        " a",
        ":a",
        "a\n b"
      })
  void givesTheDataBackLineByLine(String data) {
    assertArrives(data);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void givesAnyTextBack(long seed) {
    Random random = new Random(seed);
    for (int text = 0; text < 200; text++) {
      StringBuilder data = new StringBuilder();
      for (int piece = random.nextInt(12); piece > 0; piece--) {
        data.append(PIECES[random.nextInt(PIECES.length)]);
      }
      assertArrives(data.toString());
    }
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 20);
  }

  private static void assertArrives(String data) {
    String withUnixLines = data.replace("\r\n", "\n").replace('\r', '\n');
    assertThat(EventStreamReader.events(SseEncoding.frame("1-e", "x", data)))
        .containsExactly(new Received("1-e", "x", withUnixLines));
  }
}
