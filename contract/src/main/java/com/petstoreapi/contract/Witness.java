package com.petstoreapi.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;

/** Hears in a test what a service tells in one channel, and throws at what does not fit. */
public final class Witness {
  private final Channel channel;
  private final Set<String> heard = new TreeSet<>();

  public Witness(Channel channel) {
    this.channel = channel;
  }

  /**
   * A message of a socket, which bears its type.
   *
   * @throws AssertionError when it is none that is told there
   */
  public void told(String message) {
    JsonNode type = Contract.parse(message).path("type");
    told(type.asText(), message);
  }

  /**
   * An event of a stream.
   *
   * @throws AssertionError when it is none that is told there
   */
  public void told(String type, String payload) {
    channel
        .problemOfTold(type, payload)
        .ifPresent(
            problem -> {
              throw new AssertionError(problem);
            });
    heard.add(type);
  }

  /** The types that the document names and that were not heard. */
  public Set<String> unheard() {
    Set<String> unheard = new TreeSet<>(channel.toldTypes());
    unheard.removeAll(heard);
    return unheard;
  }
}
