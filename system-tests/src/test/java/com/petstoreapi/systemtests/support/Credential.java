package com.petstoreapi.systemtests.support;

/**
 * What a request shows: header lines, and a query, either of which may be empty.
 *
 * @param query with its question mark
 */
public record Credential(String headerLine, String query) {
  /** How a token can be shown. {@code QUERY} is the way in which it must not be. */
  public enum Source {
    HEADER,
    SUBPROTOCOL,
    COOKIE,
    TICKET,
    QUERY
  }

  /** What it is worth. */
  public enum State {
    GOOD,
    BAD,
    EXPIRED,
    WRONG_ROLE,
    OTHER_PATH
  }

  /** What stands for none at all. */
  public static final Credential NONE = new Credential("", "");

  /** What is shown at that path; a ticket is one for the path, unless it is to be another's. */
  public static Credential of(PetstoreServers servers, Source source, State state, String path)
      throws Exception {
    if (source == Source.TICKET) {
      return new Credential("", "?ticket=" + ticket(servers, state, path));
    }
    String token = token(servers, state);
    servers.tokens().remember(token);
    return switch (source) {
      case HEADER -> new Credential("Authorization: Bearer " + token, "");
      case SUBPROTOCOL ->
          new Credential("Sec-WebSocket-Protocol: petstore.v1, bearer." + token, "");
      case COOKIE -> new Credential("Cookie: petstore_token=" + token, "");
      default -> new Credential("", "?access_token=" + token);
    };
  }

  private static String token(PetstoreServers servers, State state) throws Exception {
    ForgedTokens forger = new ForgedTokens(servers);
    return switch (state) {
      case GOOD, OTHER_PATH -> servers.tokens().of("source-user");
      case BAD -> forger.tampered();
      case EXPIRED -> forger.expired();
      case WRONG_ROLE -> servers.tokens().of("source-user", "publisher");
    };
  }

  private static String ticket(PetstoreServers servers, State state, String path) throws Exception {
    Tickets tickets = new Tickets(servers);
    String good = servers.tokens().of("source-user");
    return switch (state) {
      case GOOD -> tickets.issue(good, path);
      case BAD -> tickets.tampered(good, path);
      case EXPIRED -> tickets.expired(good, path);
      case WRONG_ROLE -> tickets.issue(servers.tokens().of("source-user", "publisher"), path);
      case OTHER_PATH -> tickets.issue(good, path + "x");
    };
  }
}
