package com.petstoreapi.edge.identity;

import jakarta.security.enterprise.CallerPrincipal;
import java.time.Instant;
import java.util.Set;

/** Who sent a request, as its token says. */
public final class UserPrincipal extends CallerPrincipal {
  private static final long serialVersionUID = 1L;

  private final transient Set<String> roles;
  private final transient Instant expiresAt;

  /**
   * @param user the user's id, 1 to 64 printable ASCII characters
   * @param expiresAt when the token ends, and with it every stream that it opened
   */
  public UserPrincipal(String user, Set<String> roles, Instant expiresAt) {
    super(user);
    this.roles = Set.copyOf(roles);
    this.expiresAt = expiresAt;
  }

  public Set<String> roles() {
    return roles;
  }

  public boolean hasRole(String role) {
    return roles.contains(role);
  }

  public Instant expiresAt() {
    return expiresAt;
  }
}
