package com.petstoreapi.edge.sse;

import jakarta.servlet.ServletOutputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Method;

/**
 * The buffers of a response, which Open Liberty 26.0.0.3 keeps as long as the response is open: 8
 * KB on the heap, and as much beside it. Given back between two writes, a few serve all streams.
 * There is no interface for that, hence the reflection; where it does not work, memory is lost and
 * nothing else.
 */
final class ResponseBuffers {
  private static final System.Logger LOG = System.getLogger(ResponseBuffers.class.getName());

  private final Object output;
  private final Method clear;

  private ResponseBuffers(Object output, Method clear) {
    this.output = output;
    this.clear = clear;
  }

  static ResponseBuffers of(ServletOutputStream stream) {
    try {
      Object output = field(stream.getClass()).get(stream);
      return new ResponseBuffers(output, output.getClass().getMethod("clear"));
    } catch (ReflectiveOperationException | RuntimeException e) {
      LOG.log(System.Logger.Level.DEBUG, "the buffers of idle streams are kept", e);
      return new ResponseBuffers(null, null);
    }
  }

  /** To be called by who writes, when all that was written has left. */
  void release() {
    if (clear == null) {
      return;
    }
    try {
      clear.invoke(output);
    } catch (ReflectiveOperationException | RuntimeException e) {
      LOG.log(System.Logger.Level.DEBUG, "the buffers of an idle stream are kept", e);
    }
  }

  private static Field field(Class<?> type) throws NoSuchFieldException {
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      for (Field field : at.getDeclaredFields()) {
        if (field.getName().equals("output")) {
          field.setAccessible(true);
          return field;
        }
      }
    }
    throw new NoSuchFieldException("output");
  }
}
