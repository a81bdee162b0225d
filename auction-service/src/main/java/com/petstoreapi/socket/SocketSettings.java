package com.petstoreapi.socket;

import java.time.Duration;

/**
 * Bounds of a socket.
 *
 * @param heartbeat a client hears something at least this often
 * @param ping how often the client's side is asked for a sign of life
 * @param pong how long it may take to give one
 * @param messagesPerSecond how many messages a client may send in the long run
 * @param burst how many at once
 * @param mostRefused so many messages above that, and the socket is closed
 */
public record SocketSettings(
    Duration heartbeat,
    Duration ping,
    Duration pong,
    int messagesPerSecond,
    int burst,
    int mostRefused) {

  /**
   * How many answers a client that keeps to its rate may have waiting for it: all that it says at
   * once, all refusals before it is let go, and what was decided late, all at the same moment.
   *
   * @param patience how long a command may wait for its commit
   */
  int mostReplies(Duration patience) {
    long late = messagesPerSecond * (patience.toSeconds() + 1);
    return Math.toIntExact(burst + mostRefused + late);
  }
}
