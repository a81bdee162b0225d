package com.petstoreapi.edge.identity;

import java.util.Set;

/** The roles that a token's {@code groups} may name. */
public final class Roles {
  public static final String USER = "user";
  public static final String SELLER = "seller";
  public static final String SUPPORT = "support";
  public static final String PUBLISHER = "publisher";
  public static final String ADMIN = "admin";

  public static final Set<String> ALL = Set.of(USER, SELLER, SUPPORT, PUBLISHER, ADMIN);

  private Roles() {}
}
