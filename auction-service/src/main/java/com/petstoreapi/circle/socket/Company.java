package com.petstoreapi.circle.socket;

import com.petstoreapi.circle.RemarkFeed;
import com.petstoreapi.circle.Remarks;
import com.petstoreapi.circle.json.RemarkJson;
import com.petstoreapi.presence.Presence;
import com.petstoreapi.presence.PresenceFeed;
import com.petstoreapi.presence.Stay;
import com.petstoreapi.presence.json.PresenceJson;
import com.petstoreapi.socket.Aside;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** What a member is told of the others at his place: who is there, and what they let be seen. */
final class Company implements Aside {
  private final Presence presence;
  private final Remarks remarks;
  private final String place;
  private final String user;
  private final BooleanSupplier begun;
  private volatile PresenceFeed people;
  private volatile RemarkFeed words;
  private Stay stay;
  private boolean closed;

  /**
   * @param begun whether it is time: the state of things comes first
   */
  Company(Presence presence, Remarks remarks, String place, String user, BooleanSupplier begun) {
    this.presence = presence;
    this.remarks = remarks;
    this.place = place;
    this.user = user;
    this.begun = begun;
  }

  @Override
  public synchronized void attach(Runnable bell) {
    if (!closed) {
      stay = presence.enter(place, user);
      words = remarks.follow(place, user, bell);
      people = presence.follow(place, bell);
    }
  }

  @Override
  public List<String> take(Supplier<List<String>> answers) {
    List<String> messages = new ArrayList<>(answers.get());
    if (begun.getAsBoolean()) {
      people.take().map(PresenceJson::message).ifPresent(messages::add);
      words.take().stream().map(RemarkJson::message).forEach(messages::add);
    }
    return messages;
  }

  @Override
  public boolean isBehind() {
    return begun.getAsBoolean() && (people.isDue() || words.isDue());
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (stay != null) {
      people.close();
      words.close();
      stay.leave();
    }
  }
}
