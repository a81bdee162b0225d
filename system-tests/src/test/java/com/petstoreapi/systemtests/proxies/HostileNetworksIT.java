package com.petstoreapi.systemtests.proxies;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.Proxy;
import com.petstoreapi.systemtests.browser.Chromium;
import com.petstoreapi.systemtests.browser.Room;
import com.petstoreapi.systemtests.browser.Shop;
import com.petstoreapi.systemtests.browser.WithShop;
import com.petstoreapi.systemtests.support.Auctions;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The auction room in a browser, through proxies as companies have them. */
@WithShop
@EnabledIf(value = "isPossible", disabledReason = "it takes Chromium, nginx and Squid")
class HostileNetworksIT {
  private final Shop shop;
  private final Auctions auctions;
  private final Chromium chromium = new Chromium();
  private Path directory;

  HostileNetworksIT(Shop shop) {
    this.shop = shop;
    this.auctions = new Auctions(shop);
  }

  static boolean isPossible() {
    return Chromium.isThere() && Nginx.isThere() && Squid.isThere();
  }

  @BeforeEach
  void makeDirectory() throws Exception {
    Path target = Files.createDirectories(Path.of("target")).toAbsolutePath();
    directory = Files.createTempDirectory(target, "hostile-network-");
  }

  @AfterEach
  void closeBrowser() {
    chromium.close();
  }

  private Map<String, String> nodes() {
    String notification = "127.0.0.1:" + shop.servers().notification().port();
    String auction = "127.0.0.1:" + shop.servers().auction().port();
    Map<String, String> changes = new LinkedHashMap<>();
    changes.put("notification-1:9080", notification);
    changes.put("auction-1:9080", auction);
    return changes;
  }

  private Nginx nginx() throws Exception {
    Map<String, String> changes = nodes();
    changes.put("notification-2:9080", changes.get("notification-1:9080"));
    changes.put("auction-2:9080", changes.get("auction-1:9080"));
    return Nginx.start(
        shop.plainPort(), shop.securePort(), directory, Pem.create(directory), changes);
  }

  private URI plain() {
    return URI.create("http://localhost:" + shop.plainPort() + "/app/");
  }

  private URI secure() {
    return URI.create("https://localhost:" + shop.securePort() + "/app/");
  }

  /** Somebody bids here, and somebody elsewhere. */
  private void assertRoomWorks(URI pages, String transport, Browser.NewContextOptions options) {
    String auction = auctions.open();
    BrowserContext person = chromium.person(options.setIgnoreHTTPSErrors(true));
    Room room = Room.enter(person.newPage(), pages, "ann", auction);
    room.connection().awaitTransport(transport, 20);
    room.bid(1);
    room.awaitMessage("Your bid stands.");
    auctions.bid("bob", auction, 2).expect(201);
    room.awaitBids(2);
    assertThat(room.bids()).containsExactly(1, 2);
  }

  private static Browser.NewContextOptions directly() {
    return new Browser.NewContextOptions();
  }

  private static Browser.NewContextOptions through(Squid squid) {
    return directly()
        .setProxy(new Proxy("http://127.0.0.1:" + squid.port()).setBypass("<-loopback>"));
  }

  @Test
  void aReverseProxyThatKnowsSockets() throws Exception {
    try (Nginx nginx = nginx()) {
      assertRoomWorks(secure(), "websocket", directly());
    }
  }

  @Test
  void aReverseProxyThatCollectsAnswers() {
    Map<String, String> changes = nodes();
    changes.put("listen 80;", "listen 127.0.0.1:" + shop.plainPort() + ";");
    try (ProxyProcess proxy =
        Nginx.run("nginx-buffering.conf", shop.plainPort(), directory, changes)) {
      assertRoomWorks(plain(), "poll", directly());
    }
  }

  @Test
  void aForwardProxyWithConnect() throws Exception {
    try (Nginx nginx = nginx();
        Squid squid = Squid.start("squid.conf", directory, nginx.plain(), nginx.secure())) {
      assertRoomWorks(secure(), "websocket", through(squid));
    }
  }

  @Test
  void aForwardProxyWithoutConnect() throws Exception {
    try (Nginx nginx = nginx();
        Squid squid = Squid.start("squid-without-connect.conf", directory, nginx.plain(), 0)) {
      assertRoomWorks(plain(), "sse", through(squid));
    }
  }
}
