package com.petstoreapi.edge.identity;

import java.time.Instant;

/**
 * Lets its bearer open one stream, and open it again, until it ends.
 *
 * @param text for the query parameter {@code ticket}; never to be logged
 */
public record Ticket(String text, Instant expiresAt) {
  @Override
  public String toString() {
    return "Ticket[until " + expiresAt + "]";
  }
}
