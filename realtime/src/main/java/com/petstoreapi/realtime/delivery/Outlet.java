package com.petstoreapi.realtime.delivery;

import com.petstoreapi.realtime.failure.CloseCause;
import java.io.IOException;

/**
 * The transport's end of a connection, as the lanes see it. {@link #write} and {@link #close} are
 * called by the connection's writer, one thread at a time, which may be blocked by a client that
 * does not read and is interrupted when that lasts too long. Nobody else touches the transport: a
 * container may give a connection's buffers to another one while a thread still writes from them.
 */
public interface Outlet {
  /** What it writes to. */
  Carrier carrier();

  /** By what its connection is found in the log; empty when it has no name. */
  default String name() {
    return "";
  }

  /**
   * Writes what is pending, at most one batch (about 8,000 bytes), so that others get their turn.
   *
   * @return whether more is pending
   * @throws IOException when the client is gone, or did not read in time
   */
  boolean write() throws IOException;

  /**
   * Ends the connection: in good order if the client still reads, else somehow. Called at most
   * once, after the last {@link #write}, and never after {@link Connection#gone()}.
   */
  void close(CloseCause cause);

  /**
   * Lets the writer out of what it is blocked in, which then fails; for a transport on which an
   * interrupt is not enough. Called again and again, by another thread, beside the interrupt; must
   * not block, and does nothing when the writer has come out meanwhile.
   */
  default void release() {}
}
