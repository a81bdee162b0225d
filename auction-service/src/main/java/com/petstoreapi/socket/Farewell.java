package com.petstoreapi.socket;

import com.petstoreapi.realtime.delivery.Heartbeats;
import java.util.concurrent.TimeUnit;

/** The time that a connection may stay after its session; the container forgets to close some. */
final class Farewell implements Heartbeats.Pulse {
  /** The container itself waits half a minute for the client's close frame. */
  private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(35);

  private final Frames frames;
  private final Heartbeats heartbeats;
  private final long began = System.nanoTime();

  private Farewell(Frames frames, Heartbeats heartbeats) {
    this.frames = frames;
    this.heartbeats = heartbeats;
  }

  /** To be called when the session is over, or about to be. */
  static void begin(Frames frames, Heartbeats heartbeats) {
    heartbeats.add(new Farewell(frames, heartbeats));
  }

  @Override
  public void beat(long now) {
    if (!frames.isConnected()) {
      heartbeats.remove(this);
    } else if (now - began > LONGEST_NANOS) {
      frames.cut();
      heartbeats.remove(this);
    }
  }
}
