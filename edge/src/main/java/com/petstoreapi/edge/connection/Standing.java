package com.petstoreapi.edge.connection;

import com.petstoreapi.realtime.delivery.Carrier;
import com.petstoreapi.realtime.journal.Position;
import java.time.Instant;
import java.util.Optional;

/**
 * What an operator is told of a connection.
 *
 * @param id good on this node, as long as the connection lasts
 * @param stream the name of the stream that it came for
 * @param position how far its client was told; empty while it is being opened
 * @param lag events between there and the head
 * @param stalled whether its client does not read
 * @param batches written to it so far
 */
public record Standing(
    String id,
    String user,
    Carrier transport,
    String stream,
    Instant openedAt,
    Optional<Position> position,
    long lag,
    boolean stalled,
    long batches) {}
