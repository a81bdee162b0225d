package com.petstoreapi.edge.support;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Requests that consist of headers and a path. */
public final class Requests {
  private Requests() {}

  /**
   * @param headers names and values by turns
   */
  public static HttpServletRequest with(String... headers) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            Requests.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getHeader" ->
                      values(headers, arguments[0]).stream().findFirst().orElse(null);
                  case "getHeaders" -> Collections.enumeration(values(headers, arguments[0]));
                  case "getRequestURI" -> "/v1/pets";
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private static List<String> values(String[] headers, Object name) {
    return IntStream.range(0, headers.length / 2)
        .filter(i -> headers[2 * i].equalsIgnoreCase(name.toString()))
        .mapToObj(i -> Arrays.asList(headers).get(2 * i + 1))
        .toList();
  }
}
