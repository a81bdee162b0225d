package com.petstoreapi.systemtests.proxies;

import com.petstoreapi.systemtests.support.Entrance;
import com.petstoreapi.systemtests.support.Tokens;
import java.net.URI;

/** Both services behind one proxy, as a browser has them. */
final class OneOrigin implements Entrance {
  private final URI origin;
  private final Tokens tokens;

  /**
   * @param tokens of the services themselves
   */
  OneOrigin(String scheme, int port, Tokens tokens) {
    this.origin = URI.create(scheme + "://localhost:" + port);
    this.tokens = tokens;
  }

  @Override
  public URI notification(String path) {
    return URI.create(origin + path);
  }

  @Override
  public URI auction(String path) {
    return URI.create(origin + path);
  }

  @Override
  public Tokens tokens() {
    return tokens;
  }
}
