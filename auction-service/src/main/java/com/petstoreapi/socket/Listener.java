package com.petstoreapi.socket;

import com.petstoreapi.realtime.failure.Refusal;
import jakarta.json.JsonObject;

/**
 * What an endpoint does with what its client says, beside pings and newer tokens. Used by one
 * thread at a time.
 */
public interface Listener {
  /**
   * Takes one message.
   *
   * @param type its type
   * @throws Refusal {@code unknown-type}, or whatever else is wrong: it is answered as an error
   */
  void hear(String type, JsonObject message);

  /**
   * The client goes on with a newer token, and perhaps with other roles. May block on the database.
   *
   * @throws Refusal {@code forbidden} or {@code not-found} when he may be here no longer, any other
   *     when that cannot be said: the socket then ends
   */
  default void renewed() {}

  /**
   * Takes one binary message; only where the endpoint takes any.
   *
   * @throws Refusal the same
   */
  default void hear(byte[] message) {
    throw Refusal.invalid("Nothing binary is expected.");
  }

  /**
   * A binary message came that was not looked at, such as one too many.
   *
   * @param why for whoever announced it; thrown where nobody did
   */
  default void unheard(Refusal why) {
    throw why;
  }
}
