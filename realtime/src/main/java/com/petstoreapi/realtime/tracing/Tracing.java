package com.petstoreapi.realtime.tracing;

import java.util.List;

/**
 * Follows commands on their way: through queues, the journal, other nodes, to the first client that
 * hears of them. Safe for use by many threads; nothing here blocks.
 */
public interface Tracing {
  /** Follows nothing. */
  Tracing OFF = new Off();

  /**
   * Whether anything is followed; always the same. Who has much to do asks once, keeps the answer,
   * and calls nothing else where it is false.
   */
  boolean isOn();

  /**
   * Begins a step that belongs to what the calling thread does, and to nothing where it does
   * nothing that is followed.
   *
   * @param stream the stream's name
   */
  Step begin(Stage stage, String stream);

  /**
   * Begins a step that follows others: it belongs to the first of them and is linked to the rest.
   *
   * @param stream the stream's name
   * @param size how many commands, events or the like it is for
   * @param causes what {@link Step#trace} said; empty and malformed ones are passed over, and where
   *     none is left the step is not followed
   */
  Step follow(Stage stage, String stream, int size, List<String> causes);
}
