package com.petstoreapi.socket;

import com.petstoreapi.edge.connection.Lifetime;
import com.petstoreapi.edge.identity.AccessToken;
import com.petstoreapi.edge.identity.InvalidToken;
import com.petstoreapi.edge.identity.KeysUnavailable;
import com.petstoreapi.edge.identity.TokenVerifier;
import com.petstoreapi.edge.identity.UserPrincipal;
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import java.time.Instant;
import java.util.Set;

/**
 * Who is at the other end, in which roles and until when; a newer token of the same user renews it.
 * Used by one thread at a time.
 */
public final class Attendance {
  private final String userId;
  private final Lifetime lifetime;
  private final TokenVerifier verifier;
  private Set<String> roles;

  Attendance(UserPrincipal user, Lifetime lifetime, TokenVerifier verifier) {
    this.userId = user.getName();
    this.roles = user.roles();
    this.lifetime = lifetime;
    this.verifier = verifier;
  }

  public String userId() {
    return userId;
  }

  public boolean hasRole(String role) {
    return roles.contains(role);
  }

  /**
   * Goes on with another token, and with the roles it names.
   *
   * @return when that one ends
   * @throws Refusal {@code unauthenticated} for a bad token, {@code forbidden} for another user's,
   *     {@code unavailable} while it cannot be checked; nothing has changed then
   */
  Instant renew(String token) {
    AccessToken renewed = verify(token);
    if (!renewed.user().equals(userId)) {
      throw new Refusal(ErrorCode.FORBIDDEN, "This is another user's token.");
    }
    roles = renewed.roles();
    lifetime.renew(renewed.expiresAt());
    return renewed.expiresAt();
  }

  private AccessToken verify(String token) {
    try {
      return verifier.verify(token);
    } catch (InvalidToken e) {
      throw new Refusal(ErrorCode.UNAUTHENTICATED, "The token is not valid or has expired.");
    } catch (KeysUnavailable e) {
      throw Refusal.unavailable("Tokens cannot be checked right now.");
    }
  }
}
