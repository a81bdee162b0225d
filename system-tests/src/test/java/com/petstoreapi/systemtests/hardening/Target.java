package com.petstoreapi.systemtests.hardening;

import java.io.IOException;
import java.util.List;

/** A place to send inputs to, and what must hold for what comes back. */
interface Target {
  /**
   * Sends them, in order, over one connection or several.
   *
   * @throws AssertionError when an answer breaks a promise
   * @throws IOException when there is no answer where one is due
   */
  void strike(List<Input> inputs) throws IOException;
}
