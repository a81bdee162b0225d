package com.petstoreapi.realtime.tracing;

/** One step of a command's way, from its beginning to its end. Safe for use by many threads. */
public interface Step {
  /** A step that nobody follows. */
  Step NONE = new Unfollowed();

  /**
   * By what others follow this step: a {@code traceparent} (W3C Trace Context, section 3.2). Empty
   * when nobody looks at it, because it was not sampled.
   */
  String trace();

  /** Makes the step that of the calling thread until what is returned is closed, there. */
  Current makeCurrent();

  /** It is over. Only the first call counts, of this or of {@link #fail}. */
  void end();

  /** It is over, and has failed. */
  void fail();

  /** For how long a step is that of a thread. */
  interface Current extends AutoCloseable {
    @Override
    void close();
  }
}
