package com.petstoreapi.edge.identity;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where in a token something stands: a claim such as {@code groups}, or one inside of others such
 * as {@code realm_access.roles}. A dot may also belong to a name, as in {@code
 * https://petstore.example/roles}; the longer name is tried before the shorter one.
 */
record ClaimPath(String path) {

  /** A text; none where the claim is missing or null. */
  Optional<String> text(JWTClaimsSet claims) throws InvalidToken {
    Object value = find(claims.getClaims(), path);
    if (value != null && !(value instanceof String)) {
      throw new InvalidToken(AuthRefusal.NOT_ACCEPTED, "the claim " + path + " is no text");
    }
    return Optional.ofNullable((String) value);
  }

  /** A list of texts; empty where the claim is missing or null. */
  List<String> texts(JWTClaimsSet claims) throws InvalidToken {
    Object value = find(claims.getClaims(), path);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof List<?> list) || !list.stream().allMatch(String.class::isInstance)) {
      throw new InvalidToken(
          AuthRefusal.NOT_ACCEPTED, "the claim " + path + " is no list of texts");
    }
    return list.stream().map(String.class::cast).toList();
  }

  private static Object find(Map<?, ?> object, String path) {
    Object found = object.get(path);
    for (int dot = path.lastIndexOf('.'); found == null && dot > 0; ) {
      if (object.get(path.substring(0, dot)) instanceof Map<?, ?> inner) {
        found = find(inner, path.substring(dot + 1));
      }
      dot = path.lastIndexOf('.', dot - 1);
    }
    return found;
  }
}
