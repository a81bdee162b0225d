package com.petstoreapi.socket;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class NoHttpSessionTest {
  @Test
  void whoeverAsksForASessionGetsNoneAndMakesNone() throws IOException, ServletException {
    AtomicReference<HttpServletRequest> passedOn = new AtomicReference<>();
    new NoHttpSession()
        .doFilter(asked(), null, (request, response) -> passedOn.set((HttpServletRequest) request));
    assertThat(passedOn.get().getSession()).isNull();
    assertThat(passedOn.get().getSession(true)).isNull();
    assertThat(passedOn.get().getMethod()).isEqualTo("GET");
  }

  private static HttpServletRequest asked() {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            NoHttpSessionTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) -> {
              assertThat(method.getName()).isEqualTo("getMethod");
              return "GET";
            });
  }
}
