package com.petstoreapi.realtime.support;

import com.petstoreapi.realtime.journal.Audience;
import com.petstoreapi.realtime.journal.Draft;
import java.util.Random;

/** Drafts of events for tests. */
public final class Drafts {
  private static final String[] TYPES = {"adoption", "status-change", "price"};
  private static final String[] USERS = {"", "ann", "bob", "tim"};
  private static final String[] PETS = {"rex", "tom", "kit"};

  private Drafts() {}

  /** An event for everyone, told from others by its data. */
  public static Draft of(Object data) {
    return new Draft("adoption", Audience.EVERYONE, "rex", data.toString());
  }

  public static Draft of(String type, String subject) {
    return new Draft(type, Audience.EVERYONE, subject, "{}");
  }

  public static Draft only(String user) {
    return new Draft("outbid", Audience.only(user), "", "{}");
  }

  /** So many drafts at once. */
  public static Draft[] many(int count) {
    Draft[] drafts = new Draft[count];
    for (int i = 0; i < count; i++) {
      drafts[i] = of(i);
    }
    return drafts;
  }

  public static Draft random(Random random) {
    return new Draft(
        pick(TYPES, random),
        new Audience(pick(USERS, random)),
        pick(PETS, random),
        "x".repeat(random.nextInt(200)));
  }

  private static String pick(String[] from, Random random) {
    return from[random.nextInt(from.length)];
  }
}
