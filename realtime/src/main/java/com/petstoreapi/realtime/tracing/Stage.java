package com.petstoreapi.realtime.tracing;

/** What a {@link Step} of a command's way is. */
public enum Stage {
  /** From the moment at which a command is put in the queue to its answer. */
  COMMAND,

  /** The transaction of a batch of commands. */
  COMMIT,

  /** Other nodes are told of a commit. */
  BELL_SENT,

  /** Another node has told of a commit. */
  BELL_HEARD,

  /** From an event's arrival in a node's tail to the first client that it is written to. */
  FIRST_DELIVERY,

  /** What waits in an outbox is brought to another service. */
  OUTBOX
}
