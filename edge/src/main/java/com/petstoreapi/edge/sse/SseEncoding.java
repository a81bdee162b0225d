package com.petstoreapi.edge.sse;

import com.petstoreapi.realtime.delivery.Encoding;
import com.petstoreapi.realtime.journal.Event;
import com.petstoreapi.realtime.journal.Position;
import java.nio.charset.StandardCharsets;

/** Events in the form of {@code text/event-stream} (WHATWG HTML, 9.2 Server-sent events). */
public final class SseEncoding implements Encoding<byte[]> {
  /** The only instance: each event is encoded once for all streams. */
  public static final SseEncoding INSTANCE = new SseEncoding();

  private SseEncoding() {}

  @Override
  public byte[] encode(Event event, Position position) {
    return frame(position.toString(), event.type(), event.data());
  }

  /**
   * One event as bytes of UTF-8.
   *
   * @param id a position
   * @param name the event's type; without line ends, as the journal's types are
   * @param data any text; each of its lines becomes a {@code data} line
   */
  static byte[] frame(String id, String name, String data) {
    StringBuilder frame = new StringBuilder(data.length() + 64);
    frame.append("id: ").append(id).append("\nevent: ").append(name).append('\n');
    appendData(frame, data);
    return frame.append('\n').toString().getBytes(StandardCharsets.UTF_8);
  }

  /** A line ends with LF, CR, or CR and LF. */
  private static void appendData(StringBuilder frame, String data) {
    int begin = 0;
    for (int i = 0; i < data.length(); i++) {
      char c = data.charAt(i);
      if (c == '\n' || c == '\r') {
        frame.append("data: ").append(data, begin, i).append('\n');
        boolean pair = c == '\r' && i + 1 < data.length() && data.charAt(i + 1) == '\n';
        i += pair ? 1 : 0;
        begin = i + 1;
      }
    }
    frame.append("data: ").append(data, begin, data.length()).append('\n');
  }
}
