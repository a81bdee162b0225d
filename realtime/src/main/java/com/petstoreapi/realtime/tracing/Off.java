package com.petstoreapi.realtime.tracing;

import java.util.List;

/** Follows nothing. */
final class Off implements Tracing {
  @Override
  public boolean isOn() {
    return false;
  }

  @Override
  public Step begin(Stage stage, String stream) {
    return Step.NONE;
  }

  @Override
  public Step follow(Stage stage, String stream, int size, List<String> causes) {
    return Step.NONE;
  }
}
