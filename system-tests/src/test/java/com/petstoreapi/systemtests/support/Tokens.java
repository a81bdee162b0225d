package com.petstoreapi.systemtests.support;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Development tokens for any person in any roles, asked for once each. */
public final class Tokens {
  private static final int TTL_SECONDS = 3600;

  private final HttpApi anonymous;
  private final Map<String, String> known = new ConcurrentHashMap<>();
  private final Set<String> used = ConcurrentHashMap.newKeySet();

  /**
   * @param issuer the service that gives them out
   */
  public Tokens(URI issuer) {
    anonymous = new HttpApi(issuer, null);
  }

  /** A token good for an hour; with no role named, that of a plain user. */
  public String of(String user, String... roles) {
    List<String> groups = roles.length == 0 ? List.of("user") : List.of(roles);
    return known.computeIfAbsent(user + groups, key -> fresh(user, groups, TTL_SECONDS));
  }

  public String fresh(String user, List<String> roles, int ttlSeconds) {
    String token =
        anonymous
            .post(
                "/v1/dev/tokens",
                JsonText.of("user", user, "roles", roles, "ttlSeconds", ttlSeconds))
            .expect(200)
            .text("token");
    remember(token);
    return token;
  }

  /** Takes note of a secret that was sent to the servers. */
  public void remember(String secret) {
    used.add(secret);
  }

  /** All that was sent, and must not be found anywhere. */
  public Set<String> used() {
    return Set.copyOf(used);
  }
}
