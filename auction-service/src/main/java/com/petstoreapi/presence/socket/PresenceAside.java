package com.petstoreapi.presence.socket;

import com.petstoreapi.presence.Presence;
import com.petstoreapi.presence.PresenceFeed;
import com.petstoreapi.presence.Stay;
import com.petstoreapi.presence.json.PresenceJson;
import com.petstoreapi.socket.Aside;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Tells a socket who is at its place, and who comes and goes; its user is there as long as it
 * lasts.
 */
public final class PresenceAside implements Aside {
  private final Presence presence;
  private final String place;
  private final String user;
  private final BooleanSupplier begun;
  private final Aside further;
  private Stay stay;
  private PresenceFeed feed;

  /**
   * @param user the name by which the others there may see him
   * @param begun whether the client was told where its stream begins, which comes first; asked by
   *     whoever takes
   * @param further what the client is told beside
   */
  public PresenceAside(
      Presence presence, String place, String user, BooleanSupplier begun, Aside further) {
    this.presence = presence;
    this.place = place;
    this.user = user;
    this.begun = begun;
    this.further = further;
  }

  @Override
  public void attach(Runnable bell) {
    further.attach(bell);
    stay = presence.enter(place, user);
    feed = presence.follow(place, bell);
  }

  @Override
  public List<String> take(Supplier<List<String>> answers) {
    List<String> messages = new ArrayList<>(further.take(answers));
    if (begun.getAsBoolean()) {
      feed.take().map(PresenceJson::message).ifPresent(messages::add);
    }
    return messages;
  }

  @Override
  public boolean hasMore() {
    return further.hasMore();
  }

  @Override
  public boolean isBehind() {
    return further.isBehind() || feed.isDue();
  }

  @Override
  public void close() {
    feed.close();
    stay.leave();
    further.close();
  }
}
