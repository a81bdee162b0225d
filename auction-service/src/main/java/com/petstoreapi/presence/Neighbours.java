package com.petstoreapi.presence;

/** The other nodes, as far as they can be told something. */
@FunctionalInterface
public interface Neighbours {
  /** Those of a node by itself. */
  Neighbours NONE = report -> {};

  /** Must neither block nor fail. */
  void tell(Report report);
}
