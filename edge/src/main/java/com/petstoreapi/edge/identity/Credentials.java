package com.petstoreapi.edge.identity;

import com.petstoreapi.edge.identity.Credential.Source;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds what a request shows to say who sends it: in the header, else among the WebSocket
 * subprotocols, else in the cookie, else, where a stream is opened, in the query. The first that is
 * there counts, good or not.
 */
final class Credentials {
  private static final String SCHEME = "Bearer ";
  private static final String SUBPROTOCOL_PREFIX = "bearer.";

  /** Anything in the query that looks like a JWT, but for the ticket, which is one of our own. */
  private static final Pattern TOKEN_IN_QUERY =
      Pattern.compile("(?:^|[&;])(?!ticket=)[^=&;]*=eyJ[\\w-]+(?:\\.|%2[eE])eyJ");

  private final StreamPaths streams;

  Credentials(StreamPaths streams) {
    this.streams = streams;
  }

  /**
   * @throws InvalidToken when there is a token in the query, whatever else there is: it must be
   *     taken for known to others
   */
  Optional<Credential> of(HttpServletRequest request) throws InvalidToken {
    String query = request.getQueryString();
    if (query != null && TOKEN_IN_QUERY.matcher(query).find()) {
      throw new InvalidToken(AuthRefusal.IN_QUERY, "a token in the query");
    }
    return bearerOf(request)
        .map(token -> new Credential(Source.HEADER, token))
        .or(() -> fromSubprotocol(request))
        .or(() -> fromCookie(request))
        .or(() -> fromQuery(request));
  }

  /** The token of the {@code Authorization} header (RFC 6750, section 2.1). */
  static Optional<String> bearerOf(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader("Authorization"))
        .filter(value -> value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
        .map(value -> value.substring(SCHEME.length()).trim());
  }

  private static Optional<Credential> fromSubprotocol(HttpServletRequest request) {
    if (!Upgrades.isUpgrade(request)) {
      return Optional.empty();
    }
    return Collections.list(request.getHeaders("Sec-WebSocket-Protocol")).stream()
        .flatMap(Credentials::items)
        .filter(item -> item.startsWith(SUBPROTOCOL_PREFIX))
        .map(
            item -> new Credential(Source.SUBPROTOCOL, item.substring(SUBPROTOCOL_PREFIX.length())))
        .findFirst();
  }

  static boolean hasCookie(HttpServletRequest request) {
    return fromCookie(request).isPresent();
  }

  private static Optional<Credential> fromCookie(HttpServletRequest request) {
    return Stream.ofNullable(request.getCookies())
        .flatMap(Arrays::stream)
        .filter(cookie -> cookie.getName().equals(SessionCookie.NAME))
        .map(Cookie::getValue)
        .filter(value -> !value.isEmpty())
        .map(value -> new Credential(Source.COOKIE, value))
        .findFirst();
  }

  private Optional<Credential> fromQuery(HttpServletRequest request) {
    if (!streams.areOpenedBy(request)) {
      return Optional.empty();
    }
    return Optional.ofNullable(request.getParameter("ticket"))
        .map(ticket -> new Credential(Source.TICKET, ticket));
  }

  private static Stream<String> items(String header) {
    return Arrays.stream(header.split(",")).map(String::trim);
  }
}
