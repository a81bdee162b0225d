package com.petstoreapi.realtime.delivery;

import java.util.ArrayList;
import java.util.List;

/** Takes from a cursor until it is no longer behind. */
final class Drain {
  private Drain() {}

  static List<Entry> all(Cursor cursor) {
    List<Entry> entries = new ArrayList<>();
    while (cursor.behind()) {
      entries.addAll(cursor.take(100, 1_000_000));
    }
    return entries;
  }
}
