package com.petstoreapi.edge.support;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;

/** A response that keeps what is written to it. */
public final class RecordedAnswer {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private int writes;
  private int completions;
  private boolean failing;

  public byte[] bytes() {
    return bytes.toByteArray();
  }

  /** How many pieces the bytes came in. */
  public int writes() {
    return writes;
  }

  /** How often somebody wanted it to be complete. */
  public int completions() {
    return completions;
  }

  /** From now on the container has completed it already. */
  public void failToComplete() {
    failing = true;
  }

  public AsyncContext async() {
    return (AsyncContext)
        Proxy.newProxyInstance(
            RecordedAnswer.class.getClassLoader(),
            new Class<?>[] {AsyncContext.class},
            (proxy, method, arguments) -> {
              if (!method.getName().equals("complete")) {
                throw new UnsupportedOperationException(method.getName());
              }
              completions++;
              if (failing) {
                throw new IllegalStateException("completed already");
              }
              return null;
            });
  }

  public ServletOutputStream output() {
    return new ServletOutputStream() {
      @Override
      public void write(byte[] piece, int offset, int length) {
        writes++;
        bytes.write(piece, offset, length);
      }

      @Override
      public void write(int b) {
        throw new UnsupportedOperationException("byte by byte");
      }

      @Override
      public boolean isReady() {
        throw new UnsupportedOperationException();
      }

      @Override
      public void setWriteListener(WriteListener listener) {
        throw new UnsupportedOperationException();
      }
    };
  }
}
