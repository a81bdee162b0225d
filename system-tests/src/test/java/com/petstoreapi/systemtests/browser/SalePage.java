package com.petstoreapi.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;

/** The page of a sale with one article, in the words of who would like to have it. */
final class SalePage {
  private static final int SOON = 20_000;
  private static final int IN_THE_END = 60_000;

  private final Page page;
  private final String address;

  private SalePage(Page page, String address) {
    this.page = page;
    this.address = address;
  }

  /** Opens it; returns when it is live. */
  static SalePage open(Page page, Shop shop, String user, String sale) {
    SalePage opened = new SalePage(page, shop.pages() + "sale.html?id=" + sale + "&user=" + user);
    opened.comeBack();
    opened.connection().awaitOpen(20);
    return opened;
  }

  Connection connection() {
    return new Connection(page);
  }

  void buy(int quantity) {
    page.getByLabel("How many").fill(Integer.toString(quantity));
    button().click();
  }

  void awaitRemaining(int count) {
    assertThat(part("remaining"))
        .hasText(Integer.toString(count), new HasTextOptions().setTimeout(SOON));
  }

  /** What it says of the purchase. */
  void awaitOutcome(String text) {
    assertThat(part("outcome"))
        .containsText(text, new ContainsTextOptions().setTimeout(IN_THE_END));
  }

  void awaitSoldOut() {
    assertThat(button()).hasText("Sold out", new HasTextOptions().setTimeout(SOON));
    assertThat(button()).isDisabled();
  }

  void awaitStatus(String text) {
    assertThat(page.locator("#status")).hasText(text, new HasTextOptions().setTimeout(SOON));
  }

  void awaitButtonOff() {
    assertThat(button()).isDisabled();
  }

  /** Waits until so many purchases are in the list. */
  void awaitPurchases(int count) {
    assertThat(page.locator("#bought li"))
        .hasCount(count, new HasCountOptions().setTimeout(IN_THE_END));
  }

  void reload() {
    page.reload();
  }

  /** The page is gone when this returns; the tab, and what it keeps, stays. */
  void leave() {
    page.navigate("about:blank");
  }

  /** Loads it anew. */
  void comeBack() {
    page.navigate(address);
  }

  private Locator button() {
    return page.locator("[data-is=buy] button");
  }

  private Locator part(String name) {
    return page.locator("[data-is=" + name + "]");
  }
}
