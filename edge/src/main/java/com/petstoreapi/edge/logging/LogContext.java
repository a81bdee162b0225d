package com.petstoreapi.edge.logging;

import java.util.Optional;

/** What the lines that a thread logs are about. */
public final class LogContext {
  private static final ThreadLocal<About> CURRENT = new ThreadLocal<>();

  private LogContext() {}

  /** For as long as lines are about something. */
  public interface Span extends AutoCloseable {
    @Override
    void close();
  }

  /** What the calling thread logs is about this until what is returned is closed, there. */
  public static Span enter(About about) {
    About before = CURRENT.get();
    CURRENT.set(about);
    return () -> restore(before);
  }

  /** What the calling thread's lines are about; empty when it works for nobody in particular. */
  public static Optional<About> current() {
    return Optional.ofNullable(CURRENT.get());
  }

  private static void restore(About before) {
    if (before == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(before);
    }
  }
}
