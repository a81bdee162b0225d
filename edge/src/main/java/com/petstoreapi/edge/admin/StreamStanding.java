package com.petstoreapi.edge.admin;

import com.petstoreapi.edge.connection.Standing;
import com.petstoreapi.realtime.journal.Position;
import java.util.Optional;

/**
 * What an operator is told of a stream that is in use on this node.
 *
 * @param oldest of the events in the tail; beyond the head when the tail is empty
 * @param tailBytes about how much memory the tail takes
 * @param cursors connections that came for it
 * @param slowest the one that is furthest back; empty where there is none
 */
record StreamStanding(
    String name,
    Position head,
    Position oldest,
    long tailEvents,
    long tailBytes,
    int cursors,
    Optional<Standing> slowest) {}
