package com.petstoreapi.auction.socket;

import com.petstoreapi.edge.connection.Lifetime;
import com.petstoreapi.edge.identity.AccessToken;
import com.petstoreapi.edge.identity.InvalidToken;
import com.petstoreapi.edge.identity.KeysUnavailable;
import com.petstoreapi.edge.identity.Roles;
import com.petstoreapi.edge.identity.TokenVerifier;
import com.petstoreapi.edge.identity.UserPrincipal;
import com.petstoreapi.realtime.failure.ErrorCode;
import com.petstoreapi.realtime.failure.Refusal;
import java.time.Instant;

/**
 * Who is at the other end, in which roles and until when; a newer token of the same user renews it.
 * Used by one thread at a time.
 */
final class Attendance {
  private final String userId;
  private final Lifetime lifetime;
  private final TokenVerifier verifier;
  private boolean mayBid;

  Attendance(UserPrincipal user, Lifetime lifetime, TokenVerifier verifier) {
    this.userId = user.getName();
    this.mayBid = user.hasRole(Roles.USER);
    this.lifetime = lifetime;
    this.verifier = verifier;
  }

  String userId() {
    return userId;
  }

  boolean mayBid() {
    return mayBid;
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
    mayBid = renewed.roles().contains(Roles.USER);
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
