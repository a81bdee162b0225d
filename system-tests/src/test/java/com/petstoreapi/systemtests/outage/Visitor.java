package com.petstoreapi.systemtests.outage;

/** Somebody with a connection, who loses it and comes back to where he was. */
interface Visitor extends AutoCloseable {
  /** Comes back; to be called when the server is there again. */
  void comeBack();

  /** Leaves without a word. */
  void leave();

  /** Whether nobody has ended his connection. */
  boolean isHere();

  @Override
  void close();
}
