package com.petstoreapi.edge.support;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Requests that consist of headers and a path. */
public final class Requests {
  private Requests() {}

  /**
   * A GET of {@code /v1/pets}.
   *
   * @param headers names and values by turns
   */
  public static HttpServletRequest with(String... headers) {
    return of("GET", "/v1/pets", headers);
  }

  /**
   * @param target a path, and perhaps a query
   * @param headers names and values by turns
   */
  public static HttpServletRequest of(String method, String target, String... headers) {
    URI uri = URI.create(target);
    Map<Object, Object> attributes = new HashMap<>();
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            Requests.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, call, arguments) ->
                switch (call.getName()) {
                  case "getMethod" -> method;
                  case "getRequestURI" -> uri.getRawPath();
                  case "getQueryString" -> uri.getRawQuery();
                  case "getParameter" -> parameter(uri, arguments[0]);
                  case "getCookies" -> cookies(values(headers, "Cookie"));
                  case "getAttribute" -> attributes.get(arguments[0]);
                  case "setAttribute" -> attributes.put(arguments[0], arguments[1]);
                  case "isSecure" -> false;
                  case "getHeader" ->
                      values(headers, arguments[0]).stream().findFirst().orElse(null);
                  case "getHeaders" -> Collections.enumeration(values(headers, arguments[0]));
                  default -> throw new UnsupportedOperationException(call.getName());
                });
  }

  private static String parameter(URI uri, Object name) {
    return Stream.ofNullable(uri.getQuery())
        .flatMap(query -> Stream.of(query.split("&")))
        .filter(pair -> pair.startsWith(name + "="))
        .map(pair -> pair.substring(pair.indexOf('=') + 1))
        .findFirst()
        .orElse(null);
  }

  /** As a container does: null where there are none. */
  private static Cookie[] cookies(List<String> headers) {
    return headers.isEmpty()
        ? null
        : headers.stream()
            .flatMap(header -> Stream.of(header.split("; ")))
            .map(pair -> pair.split("=", 2))
            .map(pair -> new Cookie(pair[0], pair[1]))
            .toArray(Cookie[]::new);
  }

  private static List<String> values(String[] headers, Object name) {
    return IntStream.range(0, headers.length / 2)
        .filter(i -> headers[2 * i].equalsIgnoreCase(name.toString()))
        .mapToObj(i -> Arrays.asList(headers).get(2 * i + 1))
        .toList();
  }
}
