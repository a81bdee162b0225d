package com.petstoreapi.edge.identity;

import java.time.Instant;
import java.util.Set;

/**
 * What a token says, once it has been checked.
 *
 * @param user the user's id, 1 to 64 printable ASCII characters
 * @param roles those of {@link Roles} and whatever else the issuer names
 * @param expiresAt when the token ends, and with it every stream that it opened
 */
public record AccessToken(String user, Set<String> roles, Instant expiresAt) {
  public AccessToken {
    roles = Set.copyOf(roles);
  }
}
