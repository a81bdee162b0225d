package com.petstoreapi.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions;

/** What a page shows of its connection. */
public final class Connection {
  private final Locator badge;

  Connection(Page page) {
    this(page.locator("#connection"));
  }

  /**
   * @param badge where it is shown
   */
  Connection(Locator badge) {
    this.badge = badge;
  }

  public void awaitOpen(int seconds) {
    await("data-kind", "open", seconds);
  }

  /** Waits until the page has found out that it is not connected. */
  public void awaitInterruption(int seconds) {
    assertThat(badge).not().hasAttribute("data-kind", "open", within(seconds));
  }

  /** Waits until it is open over that transport. */
  public void awaitTransport(String name, int seconds) {
    await("data-transport", name, seconds);
    await("data-kind", "open", seconds);
  }

  /** Whether it is that transport now. */
  public boolean isOver(String transport) {
    return transport.equals(badge.getAttribute("data-transport"));
  }

  private void await(String attribute, String value, int seconds) {
    assertThat(badge).hasAttribute(attribute, value, within(seconds));
  }

  private static HasAttributeOptions within(int seconds) {
    return new HasAttributeOptions().setTimeout(1000.0 * seconds);
  }
}
