package com.petstoreapi.realtime.delivery;

/** Wants to know when a stream's head has moved, and for whom. */
@FunctionalInterface
public interface AudienceListener {
  /** Must not block. Called by one thread at a time. */
  void headMoved(Audiences audiences);
}
