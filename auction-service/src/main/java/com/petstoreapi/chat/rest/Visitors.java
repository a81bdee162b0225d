package com.petstoreapi.chat.rest;

import com.petstoreapi.chat.Visitor;
import com.petstoreapi.edge.identity.Roles;
import com.petstoreapi.edge.rest.Caller;
import com.petstoreapi.realtime.failure.Refusal;
import com.petstoreapi.realtime.value.Names;

/** Callers as the rules see them. */
final class Visitors {
  private Visitors() {}

  static Visitor of(Caller caller) {
    return new Visitor(caller.user(), caller.isOneOf(Roles.SUPPORT), caller.isOneOf(Roles.ADMIN));
  }

  /**
   * A user whom a path names.
   *
   * @throws Refusal {@code invalid-message}
   */
  static String requireUser(String userId) {
    if (!Names.isUser(userId)) {
      throw Refusal.invalid("A user's id has up to 64 printable characters.");
    }
    return userId;
  }
}
