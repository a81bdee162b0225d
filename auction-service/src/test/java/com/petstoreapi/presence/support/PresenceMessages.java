package com.petstoreapi.presence.support;

import com.petstoreapi.presence.Presence;
import com.petstoreapi.presence.json.PresenceJson;

/** What sockets say of who is here, as it is really said. */
public final class PresenceMessages {
  private PresenceMessages() {}

  /** That Ann has come. */
  public static String one() {
    Presence presence = new SomeNodes(SomeNodes.settings(2)).start("one");
    presence.enter("auction/rex", "ann");
    return PresenceJson.message(presence.follow("auction/rex", () -> {}).take().orElseThrow());
  }
}
