package com.petstoreapi.presence;

import java.util.List;
import java.util.function.Function;

/**
 * What a client is told of a place. A change in which as many join as are here then names all who
 * are here; one that leaves the client with another number of names than are here means that they
 * are too many to be named.
 */
public final class Change {
  private final List<String> join;
  private final List<String> leave;
  private final int count;
  private volatile String encoded;

  Change(List<String> join, List<String> leave, int count) {
    this.join = List.copyOf(join);
    this.leave = List.copyOf(leave);
    this.count = count;
  }

  /** Who has come, in order. */
  public List<String> join() {
    return join;
  }

  /** Who has gone, in order. */
  public List<String> leave() {
    return leave;
  }

  /** How many are here now. */
  public int count() {
    return count;
  }

  /** The change as it goes to clients: made at the first call, the same for all from then on. */
  public String as(Function<Change, String> encoding) {
    String text = encoded;
    if (text == null) {
      text = encoding.apply(this);
      encoded = text;
    }
    return text;
  }
}
