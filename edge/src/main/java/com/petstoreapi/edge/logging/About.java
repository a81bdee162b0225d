package com.petstoreapi.edge.logging;

/**
 * What a line in the log is about.
 *
 * @param kind {@code request} or {@code connection}; a connection has the id of the request that
 *     opened it
 */
public record About(String kind, String id) {
  public static About request(String id) {
    return new About("request", id);
  }

  public static About connection(String id) {
    return new About("connection", id);
  }

  /** The name of the field in structured logs. */
  String field() {
    return kind + "Id";
  }

  @Override
  public String toString() {
    return kind + " " + id;
  }
}
