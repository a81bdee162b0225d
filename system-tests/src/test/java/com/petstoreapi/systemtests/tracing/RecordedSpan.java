package com.petstoreapi.systemtests.tracing;

import java.util.Map;
import java.util.TreeMap;

/**
 * A span as a server has exported it.
 *
 * @param parent the id of the span that it belongs to; empty for the first of a trace
 * @param attributes texts alone and whole numbers, as texts
 */
public record RecordedSpan(
    String trace, String id, String parent, String name, Map<String, String> attributes) {
  /** Numbers of fields: opentelemetry/proto/trace/v1/trace.proto. */
  static RecordedSpan of(ProtobufMessage span) {
    Map<String, String> attributes = new TreeMap<>();
    for (ProtobufMessage attribute : span.messages(9)) {
      ProtobufMessage value = attribute.messages(2).get(0);
      attributes.put(attribute.text(1), value.text(1) + value.text(3));
    }
    return new RecordedSpan(span.hex(1), span.hex(2), span.hex(4), span.text(5), attributes);
  }

  public boolean isChildOf(RecordedSpan other) {
    return trace.equals(other.trace) && parent.equals(other.id);
  }

  /** The stream that it is about; empty where that is not said. */
  public String stream() {
    return attributes.getOrDefault("petstore.stream", "");
  }

  /** The node that has exported it; empty where that is not said. */
  public String node() {
    return attributes.getOrDefault("petstore.node", "");
  }
}
