package com.petstoreapi.systemtests.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Route;
import com.petstoreapi.systemtests.support.JsonText;

/** A network that goes on when the one between browsers and auction-service fails. */
final class AnotherNetwork {
  private AnotherNetwork() {}

  /** A browser that nobody has used yet, on that network. */
  static BrowserContext person(Chromium chromium, Shop shop) {
    String places = JsonText.of("store", "/", "auctions", shop.auction("/").toString()).toString();
    BrowserContext person = // the pages' policy names the network that fails
        chromium.person(new Browser.NewContextOptions().setBypassCSP(true));
    person.route(
        "**/services.json",
        route ->
            route.fulfill(
                new Route.FulfillOptions().setContentType("application/json").setBody(places)));
    return person;
  }
}
