package com.petstoreapi.notification.support;

import com.petstoreapi.realtime.journal.Audience;
import com.petstoreapi.realtime.journal.Draft;

/** Drafts of events for tests. */
public final class Published {
  private Published() {}

  /** An event for everyone. */
  public static Draft event(String type) {
    return new Draft(type, Audience.EVERYONE, "", "{}");
  }

  public static Draft only(String user, String type) {
    return new Draft(type, Audience.only(user), "", "{}");
  }

  /** An event that its maker gave an id. */
  public static Draft withSource(String source) {
    return new Draft("notification", Audience.EVERYONE, "", "{}", source);
  }
}
