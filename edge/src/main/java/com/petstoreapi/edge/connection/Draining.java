package com.petstoreapi.edge.connection;

/** A CDI event: this node is about to stop, and who holds a request is to answer it now. */
public record Draining() {}
