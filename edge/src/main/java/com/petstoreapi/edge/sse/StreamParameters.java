package com.petstoreapi.edge.sse;

import com.petstoreapi.realtime.failure.Refusal;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;

/**
 * What every stream can be asked: {@code Last-Event-ID} or {@code lastEventId}, a position, where
 * to begin; {@code types}, with commas, left out for all; {@code padding}, bytes of a comment to
 * send first.
 */
public final class StreamParameters {
  @HeaderParam("Last-Event-ID")
  private String header;

  @QueryParam("lastEventId")
  private String lastEventId;

  @QueryParam("types")
  private String types;

  @QueryParam("padding")
  private String padding;

  /** Made by the container. */
  public StreamParameters() {}

  /**
   * @throws Refusal {@code invalid-message}
   */
  public StreamQuery query() {
    return queryAbout(null);
  }

  /**
   * @param petId only what is about this pet; null or empty for all
   * @throws Refusal {@code invalid-message}
   */
  public StreamQuery queryAbout(String petId) {
    return StreamQuery.of(header, lastEventId, types, petId, padding);
  }
}
