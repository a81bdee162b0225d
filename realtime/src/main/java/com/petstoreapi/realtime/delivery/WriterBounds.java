package com.petstoreapi.realtime.delivery;

/**
 * Bounds of a stream's writer.
 *
 * @param maxBatch commands in one transaction, 1 or more
 * @param maxWaiting commands that may wait for theirs; more are refused
 */
public record WriterBounds(int maxBatch, int maxWaiting) {
  public WriterBounds {
    if (maxBatch < 1 || maxWaiting < 1) {
      throw new IllegalArgumentException("a writer takes at least one command");
    }
  }
}
