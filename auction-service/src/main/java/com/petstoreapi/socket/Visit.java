package com.petstoreapi.socket;

import com.petstoreapi.realtime.failure.Refusal;
import java.util.function.BiFunction;

/**
 * What an endpoint gives to a socket that was let in.
 *
 * @param listener made when the connection is there: for its answers, and for who is at its end
 */
public record Visit(Feed feed, Aside aside, BiFunction<Answers, Attendance, Listener> listener) {
  /** Makes a visit; what it throws turns the client away. */
  @FunctionalInterface
  public interface Maker {
    /**
     * May block on the database.
     *
     * @throws Refusal when this client may not come in
     */
    Visit make();
  }
}
