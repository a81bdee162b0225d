package com.petstoreapi.realtime.tracing;

/** Does nothing, and makes no garbage. */
final class Unfollowed implements Step {
  private static final Current NOTHING = () -> {};

  @Override
  public String trace() {
    return "";
  }

  @Override
  public Current makeCurrent() {
    return NOTHING;
  }

  @Override
  public void end() {
    // nobody follows it
  }

  @Override
  public void fail() {
    // nobody follows it
  }
}
