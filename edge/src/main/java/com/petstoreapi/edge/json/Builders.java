package com.petstoreapi.edge.json;

import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import java.util.Map;

/** What builds JSON. */
public final class Builders {
  /** The one of all: {@code Json.create…} looks for a provider in the class path at each call. */
  public static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

  private Builders() {}
}
