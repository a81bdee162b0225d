package com.petstoreapi.systemtests.browser;

import com.petstoreapi.systemtests.support.Entrance;
import com.petstoreapi.systemtests.support.PetstoreServers;
import com.petstoreapi.systemtests.support.SharedExtension;
import com.petstoreapi.systemtests.support.Tokens;
import java.net.URI;
import java.util.Map;

/**
 * Both services with the pages, each behind a network that can fail. What a test does itself goes
 * around that network: {@link #notification} and {@link #auction} are the services' own addresses.
 * Proxies that have it all at one origin may stand before it at {@link #plainPort} and {@link
 * #securePort}.
 */
public final class Shop implements Entrance, SharedExtension.Shared {
  private final FaultProxy storeNetwork = FaultProxy.create();
  private final FaultProxy auctionsNetwork = FaultProxy.create();
  private final int plainPort = PetstoreServers.freePort();
  private final int securePort = PetstoreServers.freePort();
  private final PetstoreServers servers;

  Shop() {
    String origins =
        "%s,http://localhost:%d,https://localhost:%d"
            .formatted(storeNetwork.uri(""), plainPort, securePort);
    servers =
        PetstoreServers.start(
            Map.of("PETSTORE_HTTP_ALLOWED_ORIGINS", origins),
            Map.of("PETSTORE_WEB_AUCTIONS", auctionsNetwork.uri("/").toString()),
            Map.of());
    storeNetwork.before(servers.notification().port());
    auctionsNetwork.before(servers.auction().port());
  }

  /** Where a browser has the pages. */
  URI pages() {
    return storeNetwork.uri("/app/");
  }

  /** Between browsers and notification-service. */
  FaultProxy storeNetwork() {
    return storeNetwork;
  }

  /** Between browsers and auction-service. */
  FaultProxy auctionsNetwork() {
    return auctionsNetwork;
  }

  void mend() {
    storeNetwork.mend();
    auctionsNetwork.mend();
  }

  /** For a proxy without TLS. */
  public int plainPort() {
    return plainPort;
  }

  /** For a proxy with TLS. */
  public int securePort() {
    return securePort;
  }

  public PetstoreServers servers() {
    return servers;
  }

  @Override
  public URI notification(String path) {
    return servers.notification(path);
  }

  @Override
  public URI auction(String path) {
    return servers.auction(path);
  }

  @Override
  public Tokens tokens() {
    return servers.tokens();
  }

  @Override
  public void ensureRunning() {
    servers.ensureRunning();
  }

  @Override
  public String evidence() {
    return servers.evidence();
  }

  @Override
  public void close() {
    storeNetwork.close();
    auctionsNetwork.close();
    servers.close();
  }
}
