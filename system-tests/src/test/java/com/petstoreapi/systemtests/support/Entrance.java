package com.petstoreapi.systemtests.support;

import java.net.URI;

/** Where both services are for those who use them: two servers, or what stands before many. */
public interface Entrance {
  /** An address at notification-service. */
  URI notification(String path);

  /** An address at auction-service. */
  URI auction(String path);

  /** The same for a WebSocket. */
  default URI auctionSocket(String path) {
    return URI.create(auction(path).toString().replaceFirst("^http", "ws"));
  }

  Tokens tokens();
}
