package com.petstoreapi.realtime.delivery;

import com.petstoreapi.realtime.failure.CloseCause;
import com.petstoreapi.realtime.figures.Tally;
import java.util.EnumMap;
import java.util.Map;

/** Which connections came to the lanes and why they went. Safe for use by many threads. */
public final class LaneFigures {
  private final Tally<Carrier> opened = new Tally<>(Carrier.class);
  private final Map<Carrier, Tally<CloseCause>> closed = new EnumMap<>(Carrier.class);

  LaneFigures() {
    for (Carrier carrier : Carrier.values()) {
      closed.put(carrier, new Tally<>(CloseCause.class));
    }
  }

  /** Connections that were opened. */
  public Tally<Carrier> opened() {
    return opened;
  }

  /** Connections that are over, by what ended them. */
  public Tally<CloseCause> closed(Carrier carrier) {
    return closed.get(carrier);
  }
}
