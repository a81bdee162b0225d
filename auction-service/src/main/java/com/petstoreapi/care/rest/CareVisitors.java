package com.petstoreapi.care.rest;

import com.petstoreapi.care.Visitor;
import com.petstoreapi.edge.identity.Roles;
import com.petstoreapi.edge.rest.Caller;

/** Callers as plans see them. */
final class CareVisitors {
  private CareVisitors() {}

  static Visitor of(Caller caller) {
    return new Visitor(caller.user(), caller.isOneOf(Roles.SUPPORT, Roles.ADMIN));
  }
}
