package com.petstoreapi.edge.rest;

import com.petstoreapi.edge.identity.UserPrincipal;
import com.petstoreapi.edge.json.JsonBody;
import com.petstoreapi.edge.store.IdempotencyKey;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;

/** Who sends a request, and under which key; a {@link jakarta.ws.rs.BeanParam} of every write. */
public class Caller {
  @Context private SecurityContext security;

  @HeaderParam("Idempotency-Key")
  private String key;

  /** The user's id. */
  public String user() {
    return principal().getName();
  }

  /** The user, as the token says who he is. */
  public UserPrincipal principal() {
    return UserPrincipal.of(security);
  }

  /** Whether the user has one of the roles. */
  public boolean isOneOf(String... roles) {
    for (String role : roles) {
      if (security.isUserInRole(role)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The request's idempotency key, if it bears one.
   *
   * @param operation what is done, and to what; the body completes the fingerprint
   */
  public Optional<IdempotencyKey> key(String operation, JsonBody body) {
    return key(operation + '\n' + body.value());
  }

  /** The same, where the operation says all. */
  public Optional<IdempotencyKey> key(String operation) {
    return IdempotencyKey.of(user(), key, operation);
  }
}
