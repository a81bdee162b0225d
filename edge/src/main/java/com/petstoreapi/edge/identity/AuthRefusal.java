package com.petstoreapi.edge.identity;

/** Why a request is not let in. */
public enum AuthRefusal {
  /** It shows nothing. */
  MISSING,
  /** A token in the address, which others have seen. */
  IN_QUERY,
  /** Neither a token nor a ticket. */
  MALFORMED,
  EXPIRED,
  /** Signature, issuer, audience, type or claims are not those that are asked for. */
  NOT_ACCEPTED,
  /** A page that may not act by cookie or open sockets. */
  ORIGIN,
  /** The issuer's keys are away: it cannot be said now. */
  KEYS_UNAVAILABLE
}
