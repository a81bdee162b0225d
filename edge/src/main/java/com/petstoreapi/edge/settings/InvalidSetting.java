package com.petstoreapi.edge.settings;

/** A setting that the service cannot start with. */
public final class InvalidSetting extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvalidSetting(String key, String value, String expected) {
    super("setting " + key + " must be " + expected + ", but is '" + value + "'");
  }
}
