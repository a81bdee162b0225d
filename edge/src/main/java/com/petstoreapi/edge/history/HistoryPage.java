package com.petstoreapi.edge.history;

import com.petstoreapi.edge.json.Timestamps;
import com.petstoreapi.realtime.delivery.Cursor;
import com.petstoreapi.realtime.delivery.Entry;
import com.petstoreapi.realtime.delivery.Reset;
import com.petstoreapi.realtime.journal.Position;
import java.util.List;
import java.util.Optional;

/**
 * A page of the history, as it is filled from a cursor: {@code
 * {"items":[{"id","type","at","data"}],"position","more"}}.
 */
final class HistoryPage {
  /** About so much JSON, so that one page does not fill the memory; {@code more} tells the rest. */
  private static final int ENOUGH_CHARACTERS = 1_000_000;

  /** A strict filter may have to look at many events; the client asks again from where it ended. */
  private static final int MOST_STEPS = 16;

  private final Cursor cursor;
  private final int limit;
  private final StringBuilder items = new StringBuilder();
  private int count;

  HistoryPage(Cursor cursor, int limit) {
    this.cursor = cursor;
    this.limit = limit;
  }

  /** Takes what there is, up to the limits; may block on the journal. */
  void fill() {
    for (int step = 0; step < MOST_STEPS && hasRoom(); step++) {
      List<Entry> entries = cursor.take(limit - count, ENOUGH_CHARACTERS - items.length());
      Optional<Reset> reset = cursor.takeReset();
      reset.ifPresent(this::add);
      entries.forEach(this::add);
      if (!cursor.behind()) {
        return;
      }
    }
  }

  boolean isEmpty() {
    return count == 0;
  }

  /** Whether it is still worth waiting: nothing was found and all was looked at. */
  boolean isWaiting() {
    return isEmpty() && !cursor.behind();
  }

  String json() {
    return "{\"items\":[%s],\"position\":\"%s\",\"more\":%s}"
        .formatted(items, cursor.position(), cursor.behind());
  }

  private boolean hasRoom() {
    return count < limit && items.length() < ENOUGH_CHARACTERS;
  }

  private void add(Entry entry) {
    add(
        "{\"id\":\"%s\",\"type\":\"%s\",\"at\":\"%s\",\"data\":%s}"
            .formatted(
                entry.position(),
                entry.event().type(),
                Timestamps.format(entry.event().at()),
                entry.event().data()));
  }

  private void add(Reset reset) {
    Position head = reset.head();
    add(
        "{\"id\":\"%s\",\"type\":\"reset\",\"data\":{\"reason\":\"%s\",\"oldest\":\"%s\",\"head\":\"%s\"}}"
            .formatted(head, reset.reason().wire(), reset.oldest(), head));
  }

  private void add(String item) {
    items.append(count++ == 0 ? "" : ",").append(item);
  }
}
