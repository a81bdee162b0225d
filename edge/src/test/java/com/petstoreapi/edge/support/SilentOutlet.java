package com.petstoreapi.edge.support;

import com.petstoreapi.realtime.delivery.Carrier;
import com.petstoreapi.realtime.delivery.Outlet;
import com.petstoreapi.realtime.failure.CloseCause;

/** A connection that is never written to. */
public final class SilentOutlet implements Outlet {
  @Override
  public Carrier carrier() {
    return Carrier.SSE;
  }

  @Override
  public boolean write() {
    return false;
  }

  @Override
  public void close(CloseCause cause) {
    // nobody is there
  }
}
