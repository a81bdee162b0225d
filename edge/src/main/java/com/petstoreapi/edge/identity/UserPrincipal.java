package com.petstoreapi.edge.identity;

import jakarta.security.enterprise.CallerPrincipal;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.Set;

/** Who sent a request, as its token says, and from where. */
public final class UserPrincipal extends CallerPrincipal {
  private static final long serialVersionUID = 1L;

  private final transient AccessToken token;
  private final transient String address;
  private final transient String requestId;

  /**
   * @param address the client's IP address: a WebSocket session tells it in no other way
   * @param requestId by what the request is found in the log
   */
  public UserPrincipal(AccessToken token, String address, String requestId) {
    super(token.user());
    this.token = token;
    this.address = address;
    this.requestId = requestId;
  }

  /** Who sent a request that needs somebody signed in. */
  public static UserPrincipal of(SecurityContext request) {
    return (UserPrincipal) request.getUserPrincipal();
  }

  public Set<String> roles() {
    return token.roles();
  }

  public boolean hasRole(String role) {
    return token.roles().contains(role);
  }

  /** When the token ends, and with it every stream that it opened. */
  public Instant expiresAt() {
    return token.expiresAt();
  }

  public String address() {
    return address;
  }

  public String requestId() {
    return requestId;
  }
}
