package com.petstoreapi.realtime.delivery;

import com.petstoreapi.realtime.journal.Event;
import com.petstoreapi.realtime.journal.Position;

/** An event on its way to clients, with its encoded forms. Shared by all connections. */
public final class Entry {
  private final Event event;
  private final Position position;
  private final FirstDelivery delivery;
  private final long since = System.nanoTime();
  private volatile Encoded<?> encoded;

  Entry(Event event, String epoch) {
    this(event, epoch, null);
  }

  /**
   * @param delivery is told when the event is to be written for the first time; null when nobody
   *     follows that
   */
  Entry(Event event, String epoch, FirstDelivery delivery) {
    this.event = event;
    this.delivery = delivery;
    this.position = new Position(event.seq(), epoch);
  }

  public Event event() {
    return event;
  }

  public Position position() {
    return position;
  }

  /** When it came to this node, by {@link System#nanoTime()}. */
  long since() {
    return since;
  }

  /** The event as the transport writes it; made at the first call, the same from then on. */
  @SuppressWarnings("unchecked")
  public <F> F as(Encoding<F> encoding) {
    for (Encoded<?> form = encoded; form != null; form = form.next) {
      if (form.encoding == encoding) {
        return (F) form.value;
      }
    }
    return encode(encoding);
  }

  private synchronized <F> F encode(Encoding<F> encoding) {
    for (Encoded<?> form = encoded; form != null; form = form.next) {
      if (form.encoding == encoding) {
        return as(encoding);
      }
    }
    F value = encoding.encode(event, position);
    encoded = new Encoded<>(encoding, value, encoded);
    if (delivery != null) {
      delivery.begun();
    }
    return value;
  }

  /** About how much memory the event takes, in bytes, once it is encoded for one transport. */
  long weight() {
    return 256L + 3L * event.data().length();
  }

  private record Encoded<F>(Encoding<F> encoding, F value, Encoded<?> next) {}
}
