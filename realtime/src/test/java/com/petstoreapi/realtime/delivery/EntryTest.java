package com.petstoreapi.realtime.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.petstoreapi.realtime.journal.Audience;
import com.petstoreapi.realtime.journal.Event;
import com.petstoreapi.realtime.support.MemoryJournal;
import com.petstoreapi.realtime.support.Together;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EntryTest {
  private final Entry entry =
      new Entry(
          new Event(7, MemoryJournal.NOW, "adoption", Audience.EVERYONE, "rex", "{}"), "k3f9");

  @Test
  void isEncodedOnceForAllConnectionsOfATransport() throws Exception {
    AtomicInteger encoded = new AtomicInteger();
    Encoding<Object> encoding =
        (event, position) -> {
          encoded.incrementAndGet();
          return new Object();
        };
    assertThat(Together.run(8, thread -> entry.as(encoding))).containsOnly(entry.as(encoding));
    assertThat(encoded).hasValue(1);
  }

  @Test
  void isEncodedForEachTransport() {
    Encoding<String> sse = (event, position) -> "id: " + position;
    Encoding<String> webSocket = (event, position) -> "{\"position\":\"" + position + "\"}";
    assertThat(entry.as(sse)).isEqualTo("id: 7-k3f9");
    assertThat(entry.as(webSocket)).isEqualTo("{\"position\":\"7-k3f9\"}");
    assertThat(entry.as(sse)).isSameAs(entry.as(sse));
  }
}
