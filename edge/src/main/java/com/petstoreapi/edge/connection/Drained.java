package com.petstoreapi.edge.connection;

/** A CDI event: the streams and sockets of this node have been sent away; the server stops now. */
public record Drained() {}
