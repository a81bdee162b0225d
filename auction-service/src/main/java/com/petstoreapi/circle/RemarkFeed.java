package com.petstoreapi.circle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What one connection is to be told of the others' remarks: of each person and kind the last, so
 * that who reads slowly has little waiting. Safe for use by many threads.
 */
public final class RemarkFeed implements AutoCloseable {
  private final String user;
  private final Runnable bell;
  private final Consumer<RemarkFeed> leave;
  private final Map<Object, Remark> waiting = new LinkedHashMap<>();

  RemarkFeed(String user, Runnable bell, Consumer<RemarkFeed> leave) {
    this.user = user;
    this.bell = bell;
    this.leave = leave;
  }

  /** What has come since the last call. Never blocks for long. */
  public synchronized List<Remark> take() {
    List<Remark> taken = new ArrayList<>(waiting.values());
    waiting.clear();
    return taken;
  }

  /** Whether {@link #take} has something now. */
  public synchronized boolean isDue() {
    return !waiting.isEmpty();
  }

  /** The bell is not rung again. May be called more than once. */
  @Override
  public void close() {
    leave.accept(this);
  }

  /** One's own remarks are not told to him, on whatever connection. */
  void tell(Remark remark) {
    if (remark.user().equals(user)) {
      return;
    }
    synchronized (this) {
      waiting.remove(remark.key());
      waiting.put(remark.key(), remark);
    }
    bell.run();
  }
}
